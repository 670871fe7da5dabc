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

import { KubernetesObject } from '../../kubernetes';

/** One value of one series. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** What there is in a cloud, as far as metrics tell of it. */
export interface CloudObjects {
  deployments: KubernetesObject[];
  statefulSets: KubernetesObject[];
  daemonSets: KubernetesObject[];
  jobs: KubernetesObject[];
  nodes: KubernetesObject[];
  /** Of OpenStack only. */
  pods: KubernetesObject[];
  openStackDeployments: KubernetesObject[];
  helmBundles: KubernetesObject[];
  cephClusters: KubernetesObject[];
}

/** What serves metrics in a cloud. */
export interface Exporter {
  /** `job` of its series. */
  job: string;
  /** It answers while this workload has a ready pod. It tells nothing where the workload does not exist. */
  workload?: {
    kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
    namespace: string;
    name: string;
  };
  collect(objects: CloudObjects): Sample[];
}
