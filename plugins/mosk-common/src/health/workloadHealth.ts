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

import { ProjectedJob } from '../kinds/Job';
import { isWorkloadReady } from '../kinds/isWorkloadReady';
import { ProjectedWorkload } from '../kinds/workload';
import { referenceOf } from '../topology/partsOfWorkloads';
import { HealthState, WorkloadHealth } from './types';

/**
 * Health of one workload. While what rules it is being rolled out, pods that are not ready yet
 * are on their way; a rollout of the workload that gave up is not.
 */
export function workloadHealthOf(
  workload: ProjectedWorkload,
  settling: boolean,
): WorkloadHealth {
  const { kind, metadata, ready, wanted, updated, conditions } = workload;
  const name = `${kind} ${metadata.namespace}/${metadata.name}`;
  const common = {
    object: referenceOf(workload),
    ready,
    wanted,
    updated,
  };
  if (isWorkloadReady(workload)) {
    return { ...common, state: 'healthy' };
  }
  const progressing = conditions.find(({ type }) => type === 'Progressing');
  const gaveUp =
    progressing?.reason === 'ProgressDeadlineExceeded'
      ? progressing
      : conditions.find(
          ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
        );
  const unavailable = conditions.find(
    ({ type, status }) => type === 'Available' && status === 'False',
  );
  const since = (gaveUp ?? unavailable)?.lastTransitionAt;
  const count = `${name} has ${ready} of ${wanted} pods ready`;
  if (gaveUp) {
    return {
      ...common,
      state: ready === 0 ? 'failed' : 'degraded',
      message: `${count}, and its rollout is stuck: ${
        gaveUp.message ?? gaveUp.reason ?? gaveUp.type
      }`,
      since,
    };
  }
  if (settling || isMoving(workload)) {
    return {
      ...common,
      state: 'progressing',
      message:
        ready < wanted
          ? `${count}, ${updated} of them updated`
          : `${name} has ${updated} of ${wanted} pods updated`,
      since,
    };
  }
  return { ...common, state: lackOf(ready), message: count, since };
}

/** Health of a Job: it is well when it is complete, and gone wrong when it gave up. */
export function jobHealthOf(job: ProjectedJob): WorkloadHealth {
  const { metadata, succeeded, wanted, conditions } = job;
  const is = (type: string) =>
    conditions.find(
      condition => condition.type === type && condition.status === 'True',
    );
  const failure = is('Failed');
  const ended: HealthState = failure ? 'degraded' : 'healthy';
  const state = failure || is('Complete') ? ended : 'progressing';
  return {
    object: referenceOf(job),
    state,
    ready: succeeded,
    wanted,
    message:
      state === 'healthy'
        ? undefined
        : `Job ${metadata.namespace}/${metadata.name} ${
            failure
              ? `failed: ${
                  failure.message ?? failure.reason ?? 'no reason given'
                }`
              : `has ${succeeded} of ${wanted} completions`
          }`,
    since: failure?.lastTransitionAt ?? job.startedAt,
  };
}

function lackOf(ready: number): HealthState {
  return ready === 0 ? 'failed' : 'degraded';
}

/** Its controller has not seen the newest spec, or replaces pods. */
function isMoving(workload: ProjectedWorkload): boolean {
  const { kind, metadata, observedGeneration = 0, updated, wanted } = workload;
  if (observedGeneration < (metadata.generation ?? 0)) {
    return true;
  }
  // Nobody replaces pods that wait to be deleted by hand.
  return workload.updateStrategy === 'OnDelete' && kind !== 'Deployment'
    ? false
    : updated < wanted;
}
