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
import type { ProjectedHelmBundle } from '../HelmBundle';
import { observeDeletion, observeGone } from './deletion';
import { Facts, HelmContext, factsOf, statusOf } from './facts';
import { HelmMemory, readMemory, writeMemory } from './memory';
import { nextMemory, nextRun, noteMovement } from './nextMemory';
import { Standing, standingOf } from './position';
import { readRelease } from './readRelease';
import { failureOf, readProgress, readSteps } from './steps';
import { readWaitingFor } from './waitingFor';

/**
 * Reads rollouts of a HelmBundle from what its operator says of each release.
 * @public
 */
export const helmBundleRollout: RolloutReader<ProjectedHelmBundle> = {
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

function unseen(previous: HelmMemory | undefined): Observation {
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
  previous: HelmMemory | undefined,
  now: Date,
): Observation {
  let memory = nextMemory(facts, previous, now);
  if (isNewRun(facts, memory)) {
    memory = nextRun(facts, memory, now);
  }
  const standing = standingOf(facts, memory);
  noteMovement(facts, standing, memory, now);
  const phase = phaseOf(facts, standing, memory);
  if (phase === 'done' || phase === 'failed') {
    memory.outcome = phase;
  }
  const steps = readSteps(facts, standing, memory);
  return {
    phase,
    generation: memory.generation,
    run: memory.run,
    cause: memory.cause,
    waitingFor: ['done', 'failed'].includes(phase)
      ? undefined
      : readWaitingFor(facts, standing, memory),
    message: messageOf(facts, memory, phase),
    progress: readProgress(facts, steps),
    steps,
    memory: writeMemory(memory),
  };
}

/** The operator works again on what it was through with, or gets over what it failed of. */
function isNewRun(
  { object }: Pick<Facts, 'object'>,
  { outcome, failing }: HelmMemory,
): boolean {
  if (!outcome) {
    return false;
  }
  const positions = new Map(
    object.releases.map(release => [
      release.name,
      readRelease(statusOf(object, release)),
    ]),
  );
  if (outcome === 'done') {
    // Workloads that do not stay ready are a matter of health, not of a rollout.
    return [...positions.values()].some(position =>
      ['pending', 'failed'].includes(position),
    );
  }
  return Object.keys(failing).every(
    name => !['pending', 'failed'].includes(positions.get(name) ?? 'absent'),
  );
}

function phaseOf(
  facts: Facts,
  standing: Standing,
  memory: HelmMemory,
): ObservationPhase {
  if (memory.outcome === 'done') {
    return 'done';
  }
  const { object, readAt } = facts;
  const positions = object.releases.map(release =>
    readRelease(statusOf(object, release)),
  );
  const failingSince = Object.values(memory.failing).map(since =>
    Date.parse(since),
  );
  if (failingSince.length > 0) {
    const longest = readAt - Math.min(...failingSince);
    return memory.outcome === 'failed' || longest > facts.failing
      ? 'failed'
      : 'retrying';
  }
  if (standing === 'unknown') {
    return 'unknown';
  }
  if (standing === 'current' && positions.every(one => one === 'done')) {
    return 'done';
  }
  if (readAt - Date.parse(memory.markedAt) > facts.stuck) {
    return 'retrying';
  }
  if (standing === 'stale') {
    return 'queued';
  }
  const others = positions.filter(one => one !== 'done');
  if (standing === 'current' && others.every(one => one === 'unknown')) {
    return 'unknown';
  }
  return standing === 'current' && others.every(one => one === 'settling')
    ? 'settling'
    : 'progressing';
}

function messageOf(
  { object }: Facts,
  { failing }: HelmMemory,
  phase: ObservationPhase,
): string | undefined {
  if (phase !== 'failed' && phase !== 'retrying') {
    return undefined;
  }
  const failures = Object.keys(failing).map(name => {
    const entry = statusOf(object, { name });
    return `${name}: ${entry ? failureOf(entry) : 'failed'}`;
  });
  return failures.length > 0
    ? failures.join('; ')
    : 'No release of the bundle moved for too long';
}

/** The earliest moment from now on at which time alone changes the answer. */
function nextLookAt(
  { phase, memory }: Observation,
  { object, now, delays }: HelmContext,
): Date | undefined {
  const known = readMemory(memory);
  if (
    !object ||
    !known ||
    object.metadata.deletionRequestedAt ||
    ['done', 'failed', 'unknown', 'gone'].includes(phase)
  ) {
    return undefined;
  }
  const failing = Object.values(known.failing).map(since => Date.parse(since));
  const moments = (
    failing.length > 0
      ? failing.map(since => since + delays.failing + 1)
      : // One more millisecond: too long is longer than the delay.
        [Date.parse(known.markedAt) + delays.stuck + 1]
  ).filter(moment => moment > now.getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
}
