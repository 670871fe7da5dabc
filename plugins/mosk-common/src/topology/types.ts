/*
 * Copyright 2026 The MOSK Portal Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ObjectReference } from '../kinds/types';

/**
 * What sort of thing a component is; becomes `spec.type` of its catalog entity.
 * @public
 */
export type ComponentType =
  | 'mosk-cloud'
  | 'kubernetes-cluster'
  | 'openstack-deployment'
  | 'operator'
  | 'openstack-service'
  | 'openstack-api'
  | 'ceph-cluster'
  | 'ceph-pool'
  | 'ceph-csi'
  | 'helm-bundle'
  | 'helm-release'
  | 'stacklight'
  | 'stacklight-component';

/**
 * A Helm release as seen on the workloads that it installed.
 * @public
 */
export interface ObservedHelmRelease {
  name: string;
  namespace: string;
  /** `<chart>-<version>` label of the workloads; undefined when nobody observed it. */
  chart?: string;
}

/**
 * Something a person looks at.
 * @public
 */
export interface Component {
  /** Stable within its cloud, never changes for the same thing, such as `openstack-service/compute`. */
  id: string;
  type: ComponentType;
  title: string;
  description?: string;
  /** The group it is shown in. */
  group: 'cloud' | 'operators' | 'openstack' | 'ceph' | 'stacklight' | 'helm';
  /** Version that runs, when observed. */
  version?: string;
  /** Where its workloads run. */
  namespace?: string;
  /** Deployments, StatefulSets, DaemonSets (and Jobs) that are it. */
  workloads: readonly ObjectReference[];
  /** The custom resource that is it or rules it. */
  resource?: ObjectReference;
  /** Selects its pods in the Kubernetes tab; undefined where it has none. */
  labelSelector?: string;
  helmReleases: readonly ObservedHelmRelease[];
  /** Ids of the component it is a part of. */
  partOf?: string;
  /** Ids of components it cannot work without. */
  dependsOn: readonly string[];
  /** Ids of `openstack-api` components it provides. */
  providesApis: readonly string[];
  links: ReadonlyArray<{ title: string; url: string; icon?: string }>;
}

/**
 * Components of one cloud and how they depend on each other.
 * @public
 */
export interface Topology {
  cloud: string;
  components: readonly Component[];
}
