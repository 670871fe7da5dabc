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
import { CloudObjects, Sample } from './types';

type Read = (object: KubernetesObject) => number | undefined;

/** The same numbers of each workload of a kind, under the names of kube-state-metrics. */
function workloadSamples(
  kind: 'deployment' | 'statefulset' | 'daemonset',
  objects: KubernetesObject[],
  fields: Record<string, Read>,
): Sample[] {
  return objects.flatMap(object => {
    const { namespace = '', name, generation = 0 } = object.metadata;
    const labels = { namespace, [kind]: name };
    const all: Record<string, Read> = {
      metadata_generation: () => generation,
      status_observed_generation: ({ status }) => status?.observedGeneration,
      ...fields,
    };
    return Object.entries(all).map(([field, read]) => ({
      name: `kube_${kind}_${field}`,
      labels,
      value: read(object) ?? 0,
    }));
  });
}

function nodeSamples(nodes: KubernetesObject[]): Sample[] {
  return nodes.flatMap(({ metadata, spec, status }) => {
    const node = metadata.name;
    const conditions: Array<{ type: string; status: string }> =
      status?.conditions ?? [];
    return [
      { name: 'kube_node_info', labels: { node }, value: 1 },
      {
        name: 'kube_node_spec_unschedulable',
        labels: { node },
        value: spec?.unschedulable ? 1 : 0,
      },
      ...conditions.flatMap(condition =>
        ['true', 'false', 'unknown'].map(state => ({
          name: 'kube_node_status_condition',
          labels: { node, condition: condition.type, status: state },
          value: condition.status.toLowerCase() === state ? 1 : 0,
        })),
      ),
    ];
  });
}

/** What kube-state-metrics tells of workloads and nodes, as far as alerts need it. */
export function kubernetesMetrics(objects: CloudObjects): Sample[] {
  return [
    ...workloadSamples('deployment', objects.deployments, {
      spec_replicas: ({ spec }) => spec.replicas,
      status_replicas_available: ({ status }) => status?.availableReplicas,
    }),
    ...workloadSamples('statefulset', objects.statefulSets, {
      replicas: ({ spec }) => spec.replicas,
      status_replicas_ready: ({ status }) => status?.readyReplicas,
    }),
    ...workloadSamples('daemonset', objects.daemonSets, {
      status_desired_number_scheduled: ({ status }) =>
        status?.desiredNumberScheduled,
      status_number_ready: ({ status }) => status?.numberReady,
    }),
    ...objects.jobs.map(({ metadata, status }) => ({
      name: 'kube_job_status_failed',
      labels: { namespace: metadata.namespace!, job_name: metadata.name },
      value: status?.failed ?? 0,
    })),
    ...nodeSamples(objects.nodes),
  ];
}
