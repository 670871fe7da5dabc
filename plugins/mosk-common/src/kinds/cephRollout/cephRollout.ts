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
import type { ProjectedCephSpec } from '../cephSpec';
import { observeDeletion, observeGone } from './deletion';
import { CephContext, Facts, factsOf } from './facts';
import { CephMemory, readMemory, writeMemory } from './memory';
import { nextMemory, nextRun } from './nextMemory';
import { Position, confirmedAt, markOf, positionOf } from './position';
import { readProgress } from './progress';
import { readRound } from './readMessage';
import { capital, noteRound, readSteps } from './steps';
import { readWaitingFor } from './waitingFor';

/**
 * Reads rollouts of a MiraCeph or a CephDeployment, which have the same status, from itself, the objects of Rook
 * and the daemons.
 * @public
 */
export const cephRollout: RolloutReader<ProjectedCephSpec> = {
  observe: context => {
    const { object, snapshot, now } = context;
    const previous = readMemory(context.memory);
    if (!object) {
      return snapshot.complete ? observeGone(previous) : unseen(previous);
    }
    const facts = factsOf(context, object);
    return object.metadata.deletionRequestedAt
      ? observeDeletion(facts, previous)
      : observeRun(facts, previous, now);
  },
  nextLookAt,
};

function unseen(previous: CephMemory | undefined): Observation {
  return {
    phase: 'unknown',
    generation: previous?.generation ?? 0,
    run: previous?.run ?? 1,
    cause: previous?.cause ?? 'change',
    waitingFor: { sentence: 'Waiting for the cloud to be read completely' },
    progress: { parts: [] },
    steps: [],
    memory: previous ? writeMemory(previous) : {},
  };
}

function observeRun(
  facts: Facts,
  previous: CephMemory | undefined,
  now: Date,
): Observation {
  let memory = nextMemory(facts, previous, now);
  let position = positionOf(facts, memory);
  if (isNewRun(facts, position, memory)) {
    memory = nextRun(facts, memory, now);
    position = positionOf(facts, memory);
  }
  noteRound(facts, position, memory);
  noteMovement(facts, position, memory, now);
  noteVersion(facts, memory);
  const phase = phaseOf(facts, position, memory);
  if (phase === 'done' || phase === 'failed') {
    memory.outcome = phase;
  }
  const steps = readSteps(facts, position, memory);
  return {
    phase,
    generation: memory.generation,
    run: memory.run,
    cause: memory.cause,
    waitingFor: ['done', 'failed'].includes(phase)
      ? undefined
      : readWaitingFor(facts, position, memory),
    message: messageOf(facts, position, phase, memory),
    progress: readProgress(facts, position, memory.cause === 'create', steps),
    steps,
    memory: writeMemory(memory),
  };
}

/** The operator works again on a spec that it was through with, or gets over what it failed of. */
function isNewRun(
  { object }: Facts,
  position: Position,
  memory: CephMemory,
): boolean {
  if (memory.outcome === 'done') {
    return position === 'applying' || position === 'failing';
  }
  if (memory.outcome !== 'failed') {
    return false;
  }
  if (position === 'failing') {
    return failingOf(object.status.message) !== memory.failing;
  }
  const working = ['starting', 'confirming', 'applied'].includes(position);
  // Between two rounds that fail, the operator says for a moment only that it is deploying.
  return (
    working ||
    (position === 'applying' &&
      (memory.failing === undefined ||
        readRound(object.status.message).changed.length > 0))
  );
}

function noteMovement(
  facts: Facts,
  position: Position,
  memory: CephMemory,
  now: Date,
): void {
  if (memory.outcome) {
    // A healthy cluster is verified each minute: nothing of that is worth a write.
    return;
  }
  const { message } = facts.object.status;
  const daemons = facts.daemons.map(
    ({ daemon, ready, wanted }) => `${daemon} ${ready}/${wanted}`,
  );
  const mark = [
    facts.object.metadata.generation,
    markOf(facts),
    facts.cluster?.phase,
    facts.cluster?.message,
    ...daemons,
  ].join(', ');
  if (mark !== memory.mark) {
    memory.mark = mark;
    memory.markedAt = now.toISOString();
  }
  const failing = position === 'refused' ? markOf(facts) : failingOf(message);
  const moved = memory.daemons !== daemons.join(', ');
  memory.daemons = daemons.join(', ');
  if (position === 'failing' || position === 'refused') {
    if (memory.failing !== failing || moved) {
      memory.failing = failing;
      memory.failingSince = now.toISOString();
    }
  } else if (position !== 'applying' || readRound(message).changed.length > 0) {
    memory.failing = undefined;
    memory.failingSince = undefined;
  }
}

/** A new version of Ceph comes with an update of the operator, without a change of the spec. */
function noteVersion({ object }: Facts, memory: CephMemory): void {
  const { clusterVersion } = object.status;
  if (memory.version === undefined || memory.outcome === 'done') {
    memory.version = clusterVersion;
  } else if (
    memory.cause === 'resume' &&
    clusterVersion !== undefined &&
    clusterVersion !== memory.version
  ) {
    memory.cause = 'upgrade';
  }
}

function failingOf(message: string | undefined): string {
  const { changed, failed } = readRound(message);
  return [failed.join(', '), changed.join(', ')].join('; ');
}

function phaseOf(
  facts: Facts,
  position: Position,
  memory: CephMemory,
): ObservationPhase {
  switch (position) {
    case 'waiting':
      return 'queued';
    case 'invalid':
    case 'failed':
      return 'failed';
    case 'on-hold':
    case 'maintenance':
      return 'paused';
    case 'applied':
      return 'done';
    case 'unknown':
      return 'unknown';
    case 'confirming':
      return 'progressing';
    default:
  }
  if (memory.failingSince) {
    const failed =
      memory.outcome === 'failed' ||
      facts.readAt - Date.parse(memory.failingSince) > facts.failing;
    if (failed) {
      return 'failed';
    }
    return isRookAtWork(facts) ? 'progressing' : 'retrying';
  }
  return facts.readAt - Date.parse(memory.markedAt) > facts.stuck
    ? 'retrying'
    : 'progressing';
}

/** Until Rook has started the daemons, the operator fails to apply the cluster in each of its rounds. */
function isRookAtWork({ object, cluster }: Facts): boolean {
  const { failed } = readRound(object.status.message);
  return (
    cluster?.phase === 'Progressing' &&
    failed.every(part => part === 'cephcluster')
  );
}

function messageOf(
  { object, operatorTitle }: Facts,
  position: Position,
  phase: ObservationPhase,
  memory: CephMemory,
): string | undefined {
  const { message, validation } = object.status;
  if (position === 'invalid') {
    const messages = validation?.messages.join('; ');
    return (
      messages ||
      message ||
      `${capital(operatorTitle)} found the spec wrong and gave no reason`
    );
  }
  if (phase === 'failed') {
    return message ?? `${capital(operatorTitle)} failed without a reason`;
  }
  if (phase === 'retrying') {
    if (['failing', 'refused'].includes(position)) {
      return message;
    }
    return memory.failingSince
      ? `${capital(operatorTitle)} tries again what it could not apply`
      : 'Nothing of the cluster moved for too long';
  }
  return undefined;
}

/** The earliest moment from now on at which time alone changes the answer. */
function nextLookAt(
  { phase, memory }: Observation,
  context: CephContext,
): Date | undefined {
  const { object, now, delays } = context;
  const known = readMemory(memory);
  if (
    !object ||
    !known ||
    object.metadata.deletionRequestedAt ||
    !['progressing', 'retrying'].includes(phase)
  ) {
    return undefined;
  }
  const facts = factsOf(context, object);
  const moments = [
    confirmedAt(facts, known),
    // One more millisecond: too long is longer than the delay.
    Date.parse(known.markedAt) + delays.stuck + 1,
    ...(known.failingSince
      ? [Date.parse(known.failingSince) + delays.failing + 1]
      : []),
  ].filter(moment => moment > now.getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
}
