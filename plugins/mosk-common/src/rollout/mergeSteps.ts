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
  RolloutStep,
  RolloutTransition,
  StepObservation,
  StepState,
} from './types';

const endStates: readonly StepState[] = ['done', 'failed', 'removed'];
const idleStates: readonly StepState[] = ['waiting', 'unknown'];

interface MergeContext {
  /** Earliest moment that belongs to the rollout; undefined when any past moment may. */
  notBefore: string | undefined;
  now: string;
}

/**
 * Carries the steps of a rollout on to what was observed now. A step that did not change
 * keeps its reference.
 */
export function mergeSteps(
  previous: readonly RolloutStep[],
  observation: Observation,
  context: MergeContext,
): { steps: readonly RolloutStep[]; transitions: RolloutTransition[] } {
  const transitions: RolloutTransition[] = [];
  const known = new Map(previous.map(step => [step.id, step]));
  const observed = new Set(observation.steps.map(step => step.id));

  const carry = (next: StepObservation): RolloutStep => {
    const before = known.get(next.id);
    if (before?.state === next.state) {
      return refresh(before, next);
    }
    const at = momentOf(next, before, context);
    if (before || !idleStates.includes(next.state)) {
      transitions.push({
        at,
        step: next.id,
        from: before?.state,
        to: next.state,
        message: next.detail,
      });
    }
    return enter(before, next, at);
  };

  const steps = [
    ...previous
      .filter(step => !observed.has(step.id))
      .map(step =>
        isRemoved(step, observation)
          ? carry({ ...bare(step), state: 'removed', since: undefined })
          : step,
      ),
    ...observation.steps.map(carry),
  ].sort(byOrderOf(previous));
  return {
    steps:
      steps.length === previous.length &&
      steps.every((step, index) => step === previous[index])
        ? previous
        : steps,
    transitions,
  };
}

/** Ends every open period, as nothing is followed beyond the end of a rollout. */
export function closeSteps(
  steps: readonly RolloutStep[],
  at: string,
): readonly RolloutStep[] {
  return steps.map(step => ({
    ...step,
    periods: closeLast(step.periods, at),
  }));
}

function enter(
  before: RolloutStep | undefined,
  next: StepObservation,
  at: string,
): RolloutStep {
  const idle = idleStates.includes(next.state);
  return {
    ...next,
    since: at,
    startedAt: before?.startedAt ?? (idle ? undefined : at),
    endedAt: endStates.includes(next.state) ? at : undefined,
    periods: [
      ...closeLast(before?.periods ?? [], at),
      { state: next.state, from: at },
    ],
  };
}

function refresh(before: RolloutStep, next: StepObservation): RolloutStep {
  const same =
    before.title === next.title &&
    before.detail === next.detail &&
    before.componentId === next.componentId;
  return same
    ? before
    : {
        ...before,
        title: next.title,
        detail: next.detail,
        componentId: next.componentId,
      };
}

/** A step leaves the status of its resource when what it stands for was removed. */
function isRemoved(step: RolloutStep, observation: Observation): boolean {
  if (step.state === 'removed') {
    return false;
  }
  return (
    observation.phase === 'gone' ||
    step.state === 'removing' ||
    // Without any row the status itself is missing, which says nothing of this step.
    observation.steps.length > 0
  );
}

function momentOf(
  next: StepObservation,
  before: RolloutStep | undefined,
  { notBefore, now }: MergeContext,
): string {
  if (!next.since) {
    return now;
  }
  const since = Date.parse(next.since);
  const earliest = before?.periods[before.periods.length - 1]?.from;
  const bounds = [earliest, notBefore].flatMap(bound =>
    bound ? [Date.parse(bound)] : [],
  );
  // A time stamp of an earlier run, or of a clock that is ahead, tells nothing of this change.
  const trusted =
    since <= Date.parse(now) && bounds.every(bound => since >= bound);
  return trusted ? new Date(since).toISOString() : now;
}

function closeLast(
  periods: RolloutStep['periods'],
  at: string,
): RolloutStep['periods'] {
  return periods.map((period, index) =>
    index === periods.length - 1 && !period.to ? { ...period, to: at } : period,
  );
}

function bare({ id, title, componentId, state }: RolloutStep): StepObservation {
  return { id, title, componentId, state };
}

function byOrderOf(previous: readonly RolloutStep[]) {
  const order = new Map(previous.map((step, index) => [step.id, index]));
  const last = previous.length;
  return (left: RolloutStep, right: RolloutStep) =>
    (order.get(left.id) ?? last) - (order.get(right.id) ?? last);
}
