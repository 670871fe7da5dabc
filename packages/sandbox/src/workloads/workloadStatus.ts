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

import { WorkloadPlan } from './types';

/** How far the pods of a workload are. */
export interface PodCounts {
  desired: number;
  existing: number;
  updated: number;
  ready: number;
}

/** Since when a condition holds, or does not. */
export type ConditionSince = (type: string, holds: boolean) => string;

/** The status that the controllers of Kubernetes write for a workload. */
export function workloadStatus(
  plan: Pick<WorkloadPlan, 'kind' | 'name' | 'templateHash'>,
  generation: number,
  counts: PodCounts,
  previousHash: string | undefined,
  since: ConditionSince,
): Record<string, unknown> {
  const { desired, existing, updated, ready } = counts;
  const done = updated >= desired && ready >= desired && existing === desired;
  if (plan.kind === 'DaemonSet')
    return {
      observedGeneration: generation,
      desiredNumberScheduled: desired,
      currentNumberScheduled: existing,
      updatedNumberScheduled: updated,
      numberReady: ready,
      numberAvailable: ready,
      numberUnavailable: desired - ready || null,
      numberMisscheduled: 0,
    };
  const replicas = {
    observedGeneration: generation,
    replicas: existing,
    updatedReplicas: updated,
    readyReplicas: ready,
    availableReplicas: ready,
  };
  if (plan.kind === 'StatefulSet')
    return {
      ...replicas,
      currentReplicas: done ? existing : existing - updated,
      currentRevision: `${plan.name}-${
        done ? plan.templateHash : previousHash ?? plan.templateHash
      }`,
      updateRevision: `${plan.name}-${plan.templateHash}`,
      collisionCount: 0,
    };
  const condition = (type: string, holds: boolean, reason: string) => ({
    type,
    status: holds ? 'True' : 'False',
    reason,
    message: reason,
    lastTransitionTime: since(type, holds),
    lastUpdateTime: since(`${type}/${reason}`, holds),
  });
  return {
    ...replicas,
    unavailableReplicas: Math.max(desired - ready, 0) || null,
    conditions: [
      condition(
        'Available',
        ready >= desired,
        ready >= desired
          ? 'MinimumReplicasAvailable'
          : 'MinimumReplicasUnavailable',
      ),
      condition(
        'Progressing',
        true,
        done ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated',
      ),
    ],
  };
}
