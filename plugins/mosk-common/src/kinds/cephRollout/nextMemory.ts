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

import { JsonObject } from '@backstage/types';
import { RolloutCause } from '../../rollout/types';
import { objectOf, textOf } from '../values';
import { Facts } from './facts';
import { CephMemory } from './memory';
import { markOf } from './position';

const operators = /ceph|pelagia/i;
const notOperators = /mosk-portal|kaas|kcc|kubectl/i;

/** The memory as it is before this look: that of the last one, or a new one for a new generation. */
export function nextMemory(
  facts: Facts,
  previous: CephMemory | undefined,
  now: Date,
): CephMemory {
  const { object } = facts;
  const generation = object.metadata.generation ?? 0;
  if (previous && previous.specGeneration === generation) {
    return { ...previous, named: [...previous.named] };
  }
  const migrated = isMigration(facts, previous);
  if (previous && migrated) {
    return previous.outcome
      ? {
          ...startMemory(facts, now),
          generation: previous.generation,
          run: previous.run + 1,
          cause: 'resume',
        }
      : {
          ...previous,
          named: [...previous.named],
          specGeneration: generation,
          baseline: markOf(facts),
          moved: undefined,
          checkedAt: undefined,
        };
  }
  return {
    ...startMemory(facts, now),
    unwatched: previous === undefined || undefined,
    generation: migrated ? generation - 1 : generation,
    cause: causeOf(facts, previous, migrated),
  };
}

/** A run of the operator that nobody's change has started. */
export function nextRun(
  facts: Facts,
  memory: CephMemory,
  now: Date,
): CephMemory {
  return {
    ...startMemory(facts, now),
    version: memory.version,
    generation: memory.generation,
    run: memory.run + 1,
    cause: 'resume',
    // It is at work already, or it would not have been noticed.
    checkedAt: memory.checkedAt ?? now.toISOString(),
    moved: true,
  };
}

/** Version of Ceph that a spec asks for, where it does. */
export function wantedVersionOf(spec: JsonObject): string | undefined {
  const version = textOf(spec.version);
  const image = textOf(objectOf(objectOf(spec.cluster).cephVersion).image);
  return version ?? image?.match(/:(v?\d[^@]*)/)?.[1];
}

function startMemory(facts: Facts, now: Date): CephMemory {
  const { object } = facts;
  const generation = object.metadata.generation ?? 0;
  return {
    generation,
    specGeneration: generation,
    run: 1,
    cause: 'change',
    baseline: markOf(facts),
    mark: '',
    markedAt: now.toISOString(),
    reached: 0,
    named: [],
    wantedVersion: wantedVersionOf(object.spec),
    version: object.status.clusterVersion,
  };
}

/**
 * The operator moves outdated fields of the spec to where they belong now. That is a generation
 * of its own, but the change is still that of whoever made the one before.
 */
function isMigration(
  { object }: Facts,
  previous: CephMemory | undefined,
): boolean {
  const { manager = '' } = object.author;
  const generation = object.metadata.generation ?? 0;
  return (
    operators.test(manager) &&
    !notOperators.test(manager) &&
    (previous ? generation === previous.specGeneration + 1 : generation > 1)
  );
}

function causeOf(
  { object }: Facts,
  previous: CephMemory | undefined,
  migrated: boolean,
): RolloutCause {
  const generation = (object.metadata.generation ?? 0) - (migrated ? 1 : 0);
  if (!previous) {
    return generation <= 1 ? 'create' : 'change';
  }
  const version = wantedVersionOf(object.spec);
  return version !== undefined &&
    previous.wantedVersion !== undefined &&
    version !== previous.wantedVersion
    ? 'upgrade'
    : 'change';
}
