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

import { RolloutCause } from '../../rollout/types';
import type { ProjectedHelmBundle } from '../HelmBundle';
import { Facts, markOf, statusOf } from './facts';
import { HelmMemory } from './memory';
import { Standing, failingOf } from './position';
import { readRelease } from './readRelease';

/** The memory as it is before this look: that of the last one, or a new one for a new generation. */
export function nextMemory(
  { object }: Facts,
  previous: HelmMemory | undefined,
  now: Date,
): HelmMemory {
  const generation = object.metadata.generation ?? 0;
  if (previous && previous.generation === generation) {
    return {
      ...previous,
      failing: { ...previous.failing },
      removed: [...previous.removed],
    };
  }
  return {
    ...startMemory(object, now),
    cause: causeOf(object, previous),
  };
}

/** A run of the operator that nobody's change has started. */
export function nextRun(
  { object }: Facts,
  memory: HelmMemory,
  now: Date,
): HelmMemory {
  return {
    ...startMemory(object, now),
    baseline: memory.baseline,
    run: memory.run + 1,
    cause: 'resume',
  };
}

/** Notes what moved, what fails since when, and what is being uninstalled. */
export function noteMovement(
  facts: Facts,
  standing: Standing,
  memory: HelmMemory,
  now: Date,
): void {
  const { object } = facts;
  const wanted = object.releases.map(({ name }) => name);
  const extra = Object.keys(object.status.releases).filter(
    name => !wanted.includes(name),
  );
  memory.removed = [...new Set([...memory.removed, ...extra])].sort();
  const failed = failingOf(facts, standing, memory).map(({ name }) => name);
  for (const release of object.releases) {
    const position = readRelease(statusOf(object, release));
    if (failed.includes(release.name)) {
      memory.failing[release.name] ??= now.toISOString();
    } else if (
      // A further try is not yet a success.
      position !== 'pending'
    ) {
      delete memory.failing[release.name];
    }
  }
  if (memory.outcome) {
    return;
  }
  // Tries that fail again are no movement.
  const mark = [
    object.status.observedGeneration,
    ...[...wanted, ...extra].map(name => {
      const entry = statusOf(object, { name });
      return `${name} ${
        memory.failing[name]
          ? 'failing'
          : [readRelease(entry), entry?.status, entry?.revision].join(' ')
      }`;
    }),
  ].join(', ');
  if (mark !== memory.mark) {
    memory.mark = mark;
    memory.markedAt = now.toISOString();
  }
}

function startMemory(object: ProjectedHelmBundle, now: Date): HelmMemory {
  return {
    generation: object.metadata.generation ?? 0,
    run: 1,
    cause: 'change',
    baseline: Object.fromEntries(
      Object.entries(object.status.releases).map(([name, entry]) => [
        name,
        markOf(entry),
      ]),
    ),
    versions: versionsOf(object),
    failing: {},
    removed: [],
    mark: '',
    markedAt: now.toISOString(),
  };
}

function versionsOf({ releases }: ProjectedHelmBundle): Record<string, string> {
  return Object.fromEntries(
    releases.flatMap(({ name, version }) => (version ? [[name, version]] : [])),
  );
}

/** Another version of a chart that was asked for before makes a change an upgrade. */
function causeOf(
  object: ProjectedHelmBundle,
  previous: HelmMemory | undefined,
): RolloutCause {
  if (!previous) {
    return (object.metadata.generation ?? 0) <= 1 ? 'create' : 'change';
  }
  const isUpgrade = Object.entries(versionsOf(object)).some(
    ([name, version]) =>
      previous.versions[name] !== undefined &&
      previous.versions[name] !== version,
  );
  return isUpgrade ? 'upgrade' : 'change';
}
