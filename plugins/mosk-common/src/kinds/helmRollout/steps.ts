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

import {
  RolloutProgress,
  StepObservation,
  StepState,
} from '../../rollout/types';
import type { HelmBundleRelease, HelmReleaseStatus } from '../HelmBundle';
import { Facts, statusOf } from './facts';
import { HelmMemory } from './memory';
import { Standing, counts } from './position';
import { heldBackBy, readRelease } from './readRelease';

/** Each release is a step, and so is one that is uninstalled as it was dropped from the spec. */
export function readSteps(
  facts: Facts,
  standing: Standing,
  memory: HelmMemory,
): StepObservation[] {
  const { object } = facts;
  const wanted = object.releases.map(({ name }) => name);
  return [
    ...object.releases.map(release => ({
      id: release.name,
      title: release.name,
      ...readStep(facts, standing, memory, release),
      componentId: releaseIdOf(release),
    })),
    ...memory.removed
      .filter(name => !wanted.includes(name))
      .map(name => ({
        id: name,
        title: name,
        state: (statusOf(object, { name })
          ? 'removing'
          : 'removed') as StepState,
      })),
  ];
}

/** Releases that are done of those that are asked for. */
export function readProgress(
  { object }: Facts,
  steps: readonly StepObservation[],
): RolloutProgress {
  const total = object.releases.length;
  const wanted = new Set(object.releases.map(({ name }) => name));
  const done = steps.filter(
    ({ id, state }) => state === 'done' && wanted.has(id),
  ).length;
  return total === 0
    ? { parts: [] }
    : {
        fraction: done / total,
        parts: [{ label: 'Releases ready', done, total }],
      };
}

export function releaseIdOf({
  namespace,
  name,
}: Pick<HelmBundleRelease, 'namespace' | 'name'>): string {
  return `helm-release/${namespace}.${name}`;
}

function readStep(
  facts: Facts,
  standing: Standing,
  memory: HelmMemory,
  release: HelmBundleRelease,
): Pick<StepObservation, 'state' | 'detail' | 'since'> {
  const { object } = facts;
  const entry = statusOf(object, release);
  if (standing === 'unknown') {
    return { state: 'unknown' };
  }
  if (!entry || !counts(facts, standing, memory, release)) {
    const held = heldBackBy(object, release);
    return {
      state: 'waiting',
      detail: held.length > 0 ? `Held back by ${held.join(', ')}` : undefined,
    };
  }
  const since = entry.finishedAt;
  if (memory.failing[release.name]) {
    return {
      state: memory.outcome === 'failed' ? 'failed' : 'running',
      detail: failureOf(entry),
      since: memory.failing[release.name],
    };
  }
  switch (readRelease(entry)) {
    case 'done':
      return { state: 'done', since };
    case 'settling':
      return {
        state: 'settling',
        detail: 'Installed; its workloads are not ready yet',
        since,
      };
    case 'unknown':
      return {
        state: 'unknown',
        detail: `Helm calls it ${entry.status}`,
        since,
      };
    case 'absent': {
      const held = heldBackBy(object, release);
      return {
        state: 'waiting',
        detail: held.length > 0 ? `Held back by ${held.join(', ')}` : undefined,
      };
    }
    default:
      return { state: 'running', detail: entry.status };
  }
}

/** What went wrong, and how often it was tried. */
export function failureOf({
  attempt,
  message,
  status,
}: HelmReleaseStatus): string {
  const what = message ?? `Helm calls it ${status ?? 'failed'}`;
  return attempt === undefined ? what : `Attempt ${attempt}: ${what}`;
}
