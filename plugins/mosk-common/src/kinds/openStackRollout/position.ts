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
import { Facts, isSettled, lastMoveOf } from './facts';
import { RunMemory } from './memory';

/**
 * Where the operator stands with the spec of now.
 *
 * - `waiting`: it has not begun, and does nothing else
 * - `busy`: it has not begun, as it is busy with an older spec
 * - `running`: it works on it
 * - `recording`: it is through, and has not yet left the mark that says for which spec
 * - `finished`: it is through, and its status is about this spec
 * - `gave-up`: it stopped without a word, as old operators do
 * - `unknown`: cannot be told
 */
export type Position =
  | 'waiting'
  | 'busy'
  | 'running'
  | 'recording'
  | 'finished'
  | 'gave-up'
  | 'unknown';

/**
 * Reads the position, and carries the memory on. A status tells of the spec of now only where
 * the mark of what was handled says so, or where it was written after the spec.
 */
export function locate(
  facts: Facts,
  previous: RunMemory | undefined,
  now: Date,
): { position: Position; memory: RunMemory } {
  const memory = carryOn(facts, previous);
  const position = positionOf(facts, memory, previous, now);
  const { status } = facts;
  if (position === 'running') {
    memory.startedAt = status?.timestamp;
  }
  if (position === 'finished' || position === 'gave-up') {
    memory.ended = true;
  }
  if (position === 'busy' || position === 'waiting') {
    memory.baseline = baselineOf(facts);
  }
  memory.timestamp = status?.timestamp;
  return { position, memory };
}

function baselineOf({ status }: Facts): RunMemory['baseline'] {
  return {
    state: status?.state,
    timestamp: status?.timestamp,
    fingerprint: status?.fingerprint,
  };
}

function carryOn(facts: Facts, previous: RunMemory | undefined): RunMemory {
  const { object, status } = facts;
  const generation = object.metadata.generation ?? 0;
  if (!previous || previous.generation !== generation) {
    const version = object.spec.openstack_version;
    return {
      generation,
      run: 1,
      cause: causeOf(facts, previous),
      version: typeof version === 'string' ? version : undefined,
      baseline: baselineOf(facts),
      rows: [],
      removing: [],
    };
  }
  const again =
    previous.ended &&
    status?.timestamp !== undefined &&
    status.timestamp !== previous.timestamp;
  return again
    ? {
        generation,
        run: previous.run + 1,
        cause: status.cause === 'resume' ? 'resume' : 'watched',
        version: previous.version,
        baseline: {},
        rows: [],
        removing: [],
      }
    : { ...previous };
}

function causeOf(facts: Facts, previous: RunMemory | undefined): RolloutCause {
  const { object, status } = facts;
  const { handledSpec, handledVersion } = object.handling;
  const version = object.spec.openstack_version;
  const before = previous?.version ?? handledVersion;
  if (before && before !== version && (previous || handledSpec !== 'same')) {
    return 'upgrade';
  }
  const hasOlderStatus =
    handledSpec === 'unknown' &&
    status?.timestamp !== undefined &&
    !isFirstRun(facts) &&
    !isWrittenAfterSpec(facts);
  if (previous || handledSpec === 'different' || hasOlderStatus) {
    return 'change';
  }
  if (status?.cause === 'resume') {
    return 'resume';
  }
  const neverHandled = handledSpec === 'unknown' && !object.status.version;
  return neverHandled || status?.cause === 'create' ? 'create' : 'change';
}

function positionOf(
  facts: Facts,
  memory: RunMemory,
  previous: RunMemory | undefined,
  now: Date,
): Position {
  const { object, status } = facts;
  if (!status?.state) {
    return 'waiting';
  }
  const applying = status.state === 'APPLYING';
  if (object.handling.handledSpec === 'same') {
    if (!applying) {
      return 'finished';
    }
    return hasGivenUp(facts, memory, now) ? 'gave-up' : 'running';
  }
  if (applying) {
    return memory.startedAt || isNewerThanSpec(facts, memory)
      ? 'running'
      : 'busy';
  }
  if (object.handling.handledSpec === 'different') {
    return memory.startedAt ? 'recording' : 'waiting';
  }
  return withoutMark(facts, memory, previous);
}

/** Without the mark of what was handled, only times tell. */
function withoutMark(
  facts: Facts,
  memory: RunMemory,
  previous: RunMemory | undefined,
): Position {
  const { object, status } = facts;
  const settled = isSettled(status?.timestamp, facts);
  if (memory.startedAt) {
    return settled || object.status.version ? 'finished' : 'recording';
  }
  const { baseline } = memory;
  const changed = baseline.timestamp !== status?.timestamp;
  if (changed && baseline.state !== 'APPLYING') {
    return settled ? 'finished' : 'recording';
  }
  if (!isWrittenAfterSpec(facts)) {
    return object.author.at || previous ? 'waiting' : 'unknown';
  }
  // Had the operator anything left to do, it would have begun before the status settled.
  return settled ? 'finished' : 'recording';
}

function isNewerThanSpec(facts: Facts, memory: RunMemory): boolean {
  const { status } = facts;
  const { baseline } = memory;
  const isNew = baseline.timestamp !== status?.timestamp;
  return (
    isFirstRun(facts) ||
    isWrittenAfterSpec(facts) ||
    (isNew && baseline.state !== 'APPLYING') ||
    (isNew && baseline.fingerprint !== status?.fingerprint)
  );
}

/** Whatever the clocks say: before the first spec there was none to work on. */
function isFirstRun({ object }: Facts): boolean {
  return (
    object.metadata.generation === 1 &&
    object.handling.handledSpec === 'unknown' &&
    !object.status.version
  );
}

function isWrittenAfterSpec({ object, status }: Facts): boolean {
  const at = object.author.at ?? firstWriteOf(object.metadata);
  return (
    at !== undefined &&
    status?.timestamp !== undefined &&
    Date.parse(status.timestamp) >= Date.parse(at)
  );
}

function firstWriteOf(metadata: {
  generation?: number;
  createdAt?: string;
}): string | undefined {
  return metadata.generation === 1 ? metadata.createdAt : undefined;
}

/**
 * Operators before the state FAILED end a run with the mark on the object and nothing in the status.
 */
function hasGivenUp(facts: Facts, memory: RunMemory, now: Date): boolean {
  const { object, status } = facts;
  if (!status || memory.run > 1 || object.handling.unfinished) {
    return false;
  }
  if (!memory.startedAt) {
    // Nobody watched the run, and it may be a new one: only a long silence tells.
    const moved = lastMoveOf(status) ?? facts.readAt;
    return (
      status.cause !== 'resume' &&
      object.status.fingerprint !== status.fingerprint &&
      facts.readAt - moved > facts.stuck
    );
  }
  if (memory.startedAt !== status.timestamp) {
    return false;
  }
  memory.handledSince ??= now.toISOString();
  return now.getTime() - Date.parse(memory.handledSince) >= facts.settle;
}
