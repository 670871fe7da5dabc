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

const shards = 42;

/** Answer of `_cluster/health`; undefined where there is no OpenSearch. */
export function openSearchHealth(statefulSets: KubernetesObject[]) {
  const workload = statefulSets.find(
    ({ metadata }) =>
      metadata.namespace === 'stacklight' &&
      metadata.name === 'opensearch-master',
  );
  if (!workload) {
    return undefined;
  }
  const wanted: number = workload.spec.replicas ?? 0;
  const ready: number = workload.status?.readyReplicas ?? 0;
  const status = ready === wanted ? 'green' : 'yellow';
  // Two of three elect a leader; one alone cannot.
  const isWhole = ready > wanted / 2;
  const active = Math.round((shards * ready) / Math.max(wanted, 1));
  return {
    cluster_name: 'opensearch',
    status: isWhole ? status : ('red' as const),
    timed_out: false,
    number_of_nodes: ready,
    number_of_data_nodes: ready,
    active_primary_shards: Math.min(active, shards / 2),
    active_shards: active,
    relocating_shards: 0,
    initializing_shards: 0,
    unassigned_shards: shards - active,
    number_of_pending_tasks: 0,
    active_shards_percent_as_number: (100 * active) / shards,
  };
}
