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

/** A workload as a chart of OpenStack-Helm makes it. */
export interface WorkloadTemplate {
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob';
  name: string;
  /** Labels by which the operator knows it. */
  application: string;
  component: string;
  /** Which nodes a DaemonSet runs on; everything else runs on control nodes. */
  nodes?: 'control' | 'compute' | 'gateway' | 'all';
  /** How many pods by size; 'api' grows with the size of the cloud. */
  replicas?: 'one' | 'cluster' | 'api';
  /** Its DaemonSet is made once per node group and gets the suffix of the group. */
  perNodeGroup?: boolean;
  /** Pods stay as they are until someone deletes them. */
  onDelete?: boolean;
  /** Present only when this holds. */
  when?: (context: ServiceContext) => boolean;
}

/** One Helm release of a service. */
export interface ReleaseTemplate {
  name: string;
  chart: string;
  workloads: WorkloadTemplate[];
  when?: (context: ServiceContext) => boolean;
}

/** What the choice of releases and workloads depends on. */
export interface ServiceContext {
  openstackVersion: string;
  size: string;
  backend: string;
  dedicatedMessaging: readonly string[];
}

/** An OpenStack service as the operator manages it. */
export interface ServiceTemplate {
  name: string;
  releases: ReleaseTemplate[];
  /** Waits for the Secret openstack-ceph-keys. */
  needsCeph?: boolean;
  /** Keys under spec.features whose change rolls its pods. */
  features?: readonly string[];
  /** Its pods wait for those of the tiers below. */
  tier: 0 | 1 | 2 | 3;
}
