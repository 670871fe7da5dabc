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

import type { HelmBundleRelease } from '../HelmBundle';
import { Facts, markOf, statusOf } from './facts';
import { HelmMemory } from './memory';
import { heldBackBy, isOfOlderSpec, readRelease } from './readRelease';

/**
 * How far the status speaks for the spec of now.
 *
 * - `stale`: it is about the spec before
 * - `begun`: the operator has begun with this spec and is not through
 * - `unknown`: it does not tell of which spec it is
 */
export type Standing = 'current' | 'begun' | 'stale' | 'unknown';

/** Reads how far the status speaks for the spec of now. */
export function standingOf(facts: Facts, memory: HelmMemory): Standing {
  const { object } = facts;
  const { generation = 0 } = object.metadata;
  const { observedGeneration } = object.status;
  const begun = object.releases.some(release =>
    isTouched(facts, memory, release),
  );
  if (observedGeneration !== undefined) {
    if (observedGeneration >= generation) {
      return 'current';
    }
    return begun ? 'begun' : 'stale';
  }
  const isBehind = object.releases.some(release => {
    const entry = statusOf(object, release);
    return (
      (!entry || isOfOlderSpec(release, entry)) &&
      // What waits for another release is not late.
      heldBackBy(object, release).length === 0
    );
  });
  if (isBehind) {
    return begun ? 'begun' : 'stale';
  }
  return begun || object.releases.length === 0 ? 'current' : 'unknown';
}

/** Whether what is said of a release is of this generation of the spec for sure. */
export function isTouched(
  { object }: Facts,
  memory: HelmMemory,
  release: HelmBundleRelease,
): boolean {
  const entry = statusOf(object, release);
  if (!entry || isOfOlderSpec(release, entry)) {
    return false;
  }
  const writtenAt = object.author.at ?? '';
  return (
    object.metadata.generation === 1 ||
    markOf(entry) !== (memory.baseline[release.name] ?? '') ||
    (entry.finishedAt !== undefined &&
      Date.parse(entry.finishedAt) > Date.parse(writtenAt))
  );
}

/** Whether what is said of a release counts for the spec of now. */
export function counts(
  facts: Facts,
  standing: Standing,
  memory: HelmMemory,
  release: HelmBundleRelease,
): boolean {
  return standing === 'current'
    ? true
    : standing === 'begun' && isTouched(facts, memory, release);
}

/** Releases of the spec that failed, as far as that is of this spec. */
export function failingOf(
  facts: Facts,
  standing: Standing,
  memory: HelmMemory,
): HelmBundleRelease[] {
  return facts.object.releases.filter(
    release =>
      counts(facts, standing, memory, release) &&
      readRelease(statusOf(facts.object, release)) === 'failed',
  );
}
