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

import { ObjectReference } from '../kinds/types';
import { isSameValue } from './isSameValue';
import { closeSteps, mergeSteps } from './mergeSteps';
import { isFinalRolloutState, rolloutStateOf } from './rolloutState';
import {
  Observation,
  Rollout,
  RolloutProgress,
  RolloutStep,
  RolloutTransition,
} from './types';

/**
 * What an observation is about, beside what it says.
 * @public
 */
export interface RolloutSubject {
  cloud: string;
  object: ObjectReference;
  uid: string;
  now: Date;
  /** When the spec was accepted, as far as the object tells, RFC 3339. */
  acceptedAt?: string;
}

/**
 * What became of a rollout by one observation.
 * @public
 */
export interface RolloutReduction {
  /**
   * The latest rollout of the object: the previous one by reference when nothing changed.
   * Undefined while nothing is known that is worth remembering.
   */
  rollout: Rollout | undefined;
  /** Changes of state of `rollout`. */
  transitions: readonly RolloutTransition[];
  /** The previous rollout, when this observation is of a newer one that came before its end. */
  ended?: Rollout;
  /** Changes of state of `ended`. */
  endedTransitions: readonly RolloutTransition[];
}

/**
 * Carries the memory of a rollout on by one observation. Pure, and the same observation again
 * changes nothing: it may be replayed after a crash.
 * @public
 */
export function reduceRollout(
  previous: Rollout | undefined,
  observation: Observation,
  subject: RolloutSubject,
): RolloutReduction {
  const sameObject = previous?.uid === subject.uid;
  const next = sameObject
    ? withKeyOfDeletion(previous, observation)
    : observation;
  const unchanged = {
    rollout: previous,
    transitions: [],
    endedTransitions: [],
  };
  if (!previous || !sameObject || isNewer(next, previous)) {
    const nothingToTell = ['unknown', 'gone'].includes(next.phase);
    return !sameObject && nothingToTell
      ? unchanged
      : startRollout(previous, next, subject);
  }
  if (isNewer(previous, next)) {
    return unchanged;
  }
  if (isFinalRolloutState(previous.state)) {
    return isSameValue(previous.memory, next.memory)
      ? unchanged
      : { ...unchanged, rollout: { ...previous, memory: next.memory } };
  }
  return continueRollout(previous, next, subject.now);
}

function startRollout(
  previous: Rollout | undefined,
  observation: Observation,
  subject: RolloutSubject,
): RolloutReduction {
  const now = subject.now.toISOString();
  const overtaken = previous && !isFinalRolloutState(previous.state);
  const state = rolloutStateOf(observation.phase, undefined);
  const over = isFinalRolloutState(state);
  const { steps, transitions } = mergeSteps([], observation, {
    notBefore: previous?.lastMovedAt ?? subject.acceptedAt,
    now,
  });
  const startedAt = over
    ? lastSign(steps, now)
    : earliest(
        [
          ...(observation.run === 1 && subject.acceptedAt
            ? [subject.acceptedAt]
            : []),
          ...transitions.map(transition => transition.at),
        ],
        now,
      );
  const first = { at: startedAt, to: state, message: observation.message };
  return {
    rollout: {
      cloud: subject.cloud,
      object: subject.object,
      uid: subject.uid,
      generation: observation.generation,
      run: observation.run,
      cause: observation.cause,
      state,
      startedAt,
      endedAt: over ? startedAt : undefined,
      lastMovedAt: over ? startedAt : latest(transitions, startedAt),
      waitingFor: over ? undefined : observation.waitingFor,
      message: observation.message,
      progress: observation.progress,
      steps: over ? closeSteps(steps, startedAt) : steps,
      memory: observation.memory,
    },
    transitions: over ? [first] : [first, ...transitions],
    ...(overtaken
      ? overtake(previous, overtakenBy(previous, observation, subject), now)
      : { endedTransitions: [] }),
  };
}

function continueRollout(
  previous: Rollout,
  observation: Observation,
  when: Date,
): RolloutReduction {
  const now = when.toISOString();
  const state = rolloutStateOf(observation.phase, previous.state);
  const over = isFinalRolloutState(state);
  const { steps, transitions: stepTransitions } =
    observation.phase === 'unknown'
      ? { steps: previous.steps, transitions: [] }
      : mergeSteps(previous.steps, observation, {
          notBefore: previous.startedAt,
          now,
        });
  const transitions: RolloutTransition[] = [...stepTransitions];
  if (state !== previous.state) {
    transitions.push({
      at: now,
      from: previous.state,
      to: state,
      message: observation.message ?? observation.waitingFor?.sentence,
    });
  }
  const rollout: Rollout = {
    ...previous,
    cause: observation.cause,
    state,
    endedAt: over ? now : undefined,
    lastMovedAt: latest(transitions, previous.lastMovedAt),
    waitingFor: over ? undefined : observation.waitingFor,
    message: observation.message,
    progress:
      observation.phase === 'unknown'
        ? previous.progress
        : progressOf(previous.progress, observation.progress, over),
    steps: over ? closeSteps(steps, now) : steps,
    memory: observation.memory,
  };
  return {
    rollout: isSameValue(previous, rollout) ? previous : rollout,
    transitions,
    endedTransitions: [],
  };
}

function overtakenBy(
  previous: Rollout,
  next: Observation,
  { uid }: RolloutSubject,
): string {
  if (previous.uid !== uid) {
    return 'Overtaken by a new object of the same name';
  }
  return next.generation > previous.generation
    ? `Overtaken by generation ${next.generation} of the spec`
    : `Overtaken by run ${next.run} of the controller`;
}

function overtake(previous: Rollout, message: string, now: string) {
  const ended: Rollout = {
    ...previous,
    state: 'overtaken',
    endedAt: now,
    lastMovedAt: now,
    waitingFor: undefined,
    message,
    steps: closeSteps(previous.steps, now),
  };
  return {
    ended,
    endedTransitions: [
      { at: now, from: previous.state, to: ended.state, message },
    ],
  };
}

/**
 * A deletion counts as a generation of its own where the object has a finalizer. Of one that
 * went at once, or while nobody looked, only its absence is left: that becomes a new run.
 */
function withKeyOfDeletion(
  previous: Rollout | undefined,
  observation: Observation,
): Observation {
  if (observation.phase !== 'gone' || !previous) {
    return observation;
  }
  const gone: Observation = { ...observation, cause: 'delete' };
  if (previous.cause === 'delete') {
    return {
      ...gone,
      generation: previous.generation,
      run: previous.run,
    };
  }
  return observation.generation > previous.generation
    ? gone
    : { ...gone, generation: previous.generation, run: previous.run + 1 };
}

function progressOf(
  previous: RolloutProgress,
  observed: RolloutProgress,
  over: boolean,
): RolloutProgress {
  if (observed.note || over) {
    return observed;
  }
  const fell =
    previous.fraction !== undefined &&
    observed.fraction !== undefined &&
    observed.fraction < previous.fraction;
  const note = fell
    ? `Fell from ${percent(previous.fraction)} to ${percent(
        observed.fraction,
      )}: the controller takes up again parts that were done`
    : previous.note;
  return note ? { ...observed, note } : observed;
}

function percent(fraction: number | undefined): string {
  return `${Math.round((fraction ?? 0) * 100)}%`;
}

function isNewer(
  left: Pick<Rollout, 'generation' | 'run'>,
  right: Pick<Rollout, 'generation' | 'run'>,
): boolean {
  return left.generation === right.generation
    ? left.run > right.run
    : left.generation > right.generation;
}

function earliest(times: readonly string[], now: string): string {
  return times.reduce(
    (first, time) => (Date.parse(time) < Date.parse(first) ? time : first),
    now,
  );
}

function latest(
  transitions: readonly RolloutTransition[],
  floor: string,
): string {
  return transitions.reduce(
    (last, { at }) => (Date.parse(at) > Date.parse(last) ? at : last),
    floor,
  );
}

/** When what was over before anybody looked came to its end, as far as its steps tell. */
function lastSign(steps: readonly RolloutStep[], now: string): string {
  const [first, ...others] = steps.flatMap(step => step.since ?? []);
  return others.reduce(
    (last, time) => (Date.parse(time) > Date.parse(last) ? time : last),
    first ?? now,
  );
}
