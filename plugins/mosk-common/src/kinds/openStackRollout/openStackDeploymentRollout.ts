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
  Observation,
  ObservationPhase,
  RolloutReader,
} from '../../rollout/types';
import type { ProjectedOpenStackDeployment } from '../OpenStackDeployment';
import { observeDeletion, observeGone } from './deletion';
import {
  Facts,
  OpenStackContext,
  factsOf,
  isEveryServiceApplied,
  isSettled,
  lastMoveOf,
} from './facts';
import { RunMemory, readMemory, writeMemory } from './memory';
import { Position, locate } from './position';
import { readProgress } from './progress';
import { isFailure, readSteps } from './steps';
import { nameOf, readWaitingFor, referenceTo } from './waitingFor';

/**
 * Reads rollouts of an OpenStackDeployment from itself, its status object and the workloads.
 * @public
 */
export const openStackDeploymentRollout: RolloutReader<ProjectedOpenStackDeployment> =
  {
    observe: context => {
      const { object, snapshot } = context;
      const previous = readMemory(context.memory);
      if (!object) {
        return snapshot.complete
          ? observeGone(previous)
          : unknown(previous, 'Waiting for the cloud to be read completely');
      }
      const facts = factsOf(context, object);
      if (object.metadata.deletionRequestedAt) {
        return observeDeletion(facts, previous);
      }
      const missing = snapshot.missing.find(
        ({ kind }) => kind === 'OpenStackDeploymentStatus',
      );
      if (missing && !facts.status) {
        return unknown(
          previous,
          `Waiting for OpenStackDeploymentStatus to be readable: ${missing.reason}`,
          object,
        );
      }
      return object.draft
        ? observeDraft(facts, previous)
        : observeRun(facts, previous, context.now);
    },
    nextLookAt,
  };

function unknown(
  previous: RunMemory | undefined,
  sentence: string,
  object?: ProjectedOpenStackDeployment,
): Observation {
  const generation = object?.metadata.generation ?? previous?.generation ?? 0;
  const memory = previous ?? {
    generation,
    run: 1,
    cause: 'change' as const,
    baseline: {},
    rows: [],
    removing: [],
  };
  return {
    phase: 'unknown',
    generation,
    run: memory.generation === generation ? memory.run : 1,
    cause: memory.cause,
    waitingFor: { sentence, object: object && referenceTo(object) },
    progress: { parts: [] },
    steps: [],
    memory: writeMemory(memory),
  };
}

function observeDraft(
  { object, status }: Facts,
  previous: RunMemory | undefined,
): Observation {
  const generation = object.metadata.generation ?? 0;
  const cause = previous?.cause ?? (status ? 'change' : 'create');
  const memory: RunMemory = {
    generation,
    run: 1,
    cause,
    // The version that runs, for the spec that follows this draft.
    version: status?.openStackVersion,
    baseline: {},
    rows: [],
    removing: [],
  };
  return {
    phase: 'draft',
    generation,
    run: 1,
    cause,
    waitingFor: {
      sentence: `Waiting for spec.draft of OpenStackDeployment ${nameOf(
        object,
      )} to be false: until then nothing of it is applied`,
      object: referenceTo(object),
    },
    progress: { parts: [] },
    steps: [],
    memory: writeMemory(memory),
  };
}

function observeRun(
  facts: Facts,
  previous: RunMemory | undefined,
  now: Date,
): Observation {
  const { position, memory } = locate(facts, previous, now);
  const watched =
    previous?.generation === memory.generation && previous.run === memory.run;
  noteHealth(facts, memory, now);
  const steps = readSteps(facts, position, memory, watched);
  const phase = phaseOf(facts, position, memory, now);
  memory.done = phase === 'done' || undefined;
  const progress = readProgress(facts, position, memory, phase === 'done');
  const over = phase === 'done' || phase === 'failed';
  return {
    phase,
    generation: memory.generation,
    run: memory.run,
    cause: memory.cause,
    waitingFor: over
      ? undefined
      : readWaitingFor(facts, position, memory, steps),
    message: messageOf(facts, position, phase),
    progress,
    steps,
    memory: writeMemory(memory),
  };
}

function noteHealth({ status }: Facts, memory: RunMemory, now: Date): void {
  const health = status?.health
    ? `${status.health.done}/${status.health.total}`
    : undefined;
  if (health !== memory.health || !memory.healthMovedAt) {
    memory.health = health;
    memory.healthMovedAt = now.toISOString();
  }
}

function phaseOf(
  facts: Facts,
  position: Position,
  memory: RunMemory,
  now: Date,
): ObservationPhase {
  const { object, status } = facts;
  if (isFailure(facts, position)) {
    return 'failed';
  }
  switch (position) {
    case 'unknown':
      return 'unknown';
    case 'waiting':
    case 'busy':
      return object.handling.retrying && position === 'waiting'
        ? 'retrying'
        : 'queued';
    case 'finished':
      return phaseOfFinished(facts, memory, now);
    default:
      return object.handling.retrying || isStuck(status, facts)
        ? 'retrying'
        : 'progressing';
  }
}

function phaseOfFinished(
  facts: Facts,
  memory: RunMemory,
  now: Date,
): ObservationPhase {
  const { status } = facts;
  if (status?.state !== 'APPLIED') {
    return 'unknown';
  }
  if (memory.done) {
    return 'done';
  }
  if (!isEveryServiceApplied(status)) {
    return isStuck(status, facts) ? 'retrying' : 'progressing';
  }
  const { health } = status;
  const healthy =
    health !== undefined && health.total > 0 && health.done === health.total;
  if (healthy && isSettled(status.timestamp, facts)) {
    return 'done';
  }
  const since = Math.max(
    Date.parse(memory.healthMovedAt ?? now.toISOString()),
    Date.parse(status.timestamp ?? now.toISOString()),
  );
  return now.getTime() - since > facts.stuck ? 'retrying' : 'settling';
}

function isStuck(status: Facts['status'], facts: Facts): boolean {
  const moved = status && lastMoveOf(status);
  return moved !== undefined && facts.readAt - moved > facts.stuck;
}

function messageOf(
  { object, status }: Facts,
  position: Position,
  phase: ObservationPhase,
): string | undefined {
  if (position === 'gave-up') {
    return 'The OpenStack Operator gave up without a word: the reason is in the log of its container osdpl';
  }
  if (phase === 'failed') {
    return status?.cause ?? 'The OpenStack Operator failed without a reason';
  }
  if (phase !== 'retrying') {
    return undefined;
  }
  const { retrying } = object.handling;
  if (retrying) {
    return retrying.message ?? `Tried ${retrying.retries} times so far`;
  }
  return position === 'finished'
    ? 'No more applications became ready for too long'
    : 'No service moved for too long';
}

/** The earliest moment from now on at which time alone changes the answer. */
function nextLookAt(
  { phase, memory }: Observation,
  context: OpenStackContext,
): Date | undefined {
  const { object, now, delays } = context;
  if (!object || ['draft', 'done', 'failed', 'gone'].includes(phase)) {
    return undefined;
  }
  const { status } = factsOf(context, object);
  const { healthMovedAt, handledSince } = readMemory(memory) ?? {};
  const times = (values: Array<string | undefined>) =>
    values.flatMap(value => (value ? [Date.parse(value)] : []));
  const rows = Object.values(status?.services ?? {});
  const moved = status && lastMoveOf(status);
  const moments = [
    ...times([
      status?.timestamp,
      handledSince,
      ...rows.map(({ timestamp }) => timestamp),
    ]).map(time => time + delays.settle),
    // One more millisecond: stuck is longer than the delay.
    ...[...times([healthMovedAt]), ...(moved ? [moved] : [])].map(
      time => time + delays.stuck + 1,
    ),
  ].filter(moment => moment > now.getTime());
  return moments.length > 0
    ? new Date(Math.ceil(Math.min(...moments)))
    : undefined;
}
