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

import { KubernetesObject } from '../simulation/context';

export type WorkloadKind =
  | 'Deployment'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'Job'
  | 'CronJob';

/** Which nodes pods are put on. */
export type NodePool = 'control' | 'compute' | 'gateway' | 'all';

/** A workload as a chart wants it. */
export interface WorkloadPlan {
  /** `<kind>/<name>` within its namespace. */
  key: string;
  kind: WorkloadKind;
  namespace: string;
  name: string;
  /** The OpenStack service it belongs to; the workloads of operators have none. */
  service?: string;
  application: string;
  tier: number;
  /** A pool, or the very nodes by their names. */
  nodes: NodePool | readonly string[];
  replicas: number;
  onDelete: boolean;
  /** Changes when its pods must be made anew. */
  templateHash: string;
  manifest: KubernetesObject;
}
