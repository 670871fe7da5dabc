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

import { KubernetesObject } from '../../simulation/context';
import { HealthKey, healthKey } from './identity';

/** What status.health says of one workload. */
export interface ComponentHealth {
  status: 'Ready' | 'Unhealthy';
  generation: number;
}
export type HealthMap = Record<string, Record<string, ComponentHealth>>;

/** Readiness by the operator's own rule. */
export function workloadReady(workload: KubernetesObject): boolean {
  const { metadata, spec, status = {} } = workload;
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 1)) {
    return false;
  }
  if (workload.kind === 'DaemonSet') {
    const wanted =
      spec.updateStrategy?.type === 'OnDelete'
        ? status.desiredNumberScheduled
        : status.updatedNumberScheduled;
    return (status.numberReady ?? 0) === (wanted ?? 0);
  }
  const replicas = spec.replicas ?? 1;
  return (
    (status.updatedReplicas ?? 0) === replicas &&
    (status.readyReplicas ?? 0) === replicas
  );
}

/** The health of every workload, by application and component. */
export function healthMap(workloads: KubernetesObject[]): HealthMap {
  const map: HealthMap = {};
  for (const workload of workloads) {
    const { application, component } = healthKey(
      workload as Parameters<typeof healthKey>[0],
    ) as HealthKey;
    (map[application] ??= {})[component] = {
      status: workloadReady(workload) ? 'Ready' : 'Unhealthy',
      generation: workload.status?.observedGeneration ?? 0,
    };
  }
  return map;
}

/** Applications with every workload ready, of all. */
export function healthCount(map: HealthMap): string {
  const applications = Object.values(map);
  const ready = applications.filter(components =>
    Object.values(components).every(({ status }) => status === 'Ready'),
  );
  return `${ready.length}/${applications.length}`;
}
