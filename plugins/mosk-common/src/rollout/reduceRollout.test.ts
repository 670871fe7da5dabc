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

import { reduceRollout, RolloutReduction } from './reduceRollout';
import {
  Observation,
  ObservationPhase,
  Rollout,
  RolloutCause,
  StepState,
} from './types';
import { usualDuration } from './usualDuration';

const object = {
  kind: 'OpenStackDeployment',
  namespace: 'openstack',
  name: 'osh-dev',
};
const at = (minute: number) => new Date(Date.UTC(2026, 2, 4, 10, minute));
const iso = (minute: number) => at(minute).toISOString();

interface Seen {
  minute: number;
  phase: ObservationPhase;
  steps?: Record<string, StepState>;
  since?: Record<string, number>;
  generation?: number;
  run?: number;
  cause?: RolloutCause;
  fraction?: number;
  memory?: Observation['memory'];
}

function observationOf(seen: Seen): Observation {
  return {
    phase: seen.phase,
    generation: seen.generation ?? 1,
    run: seen.run ?? 1,
    cause: seen.cause ?? 'change',
    progress: { fraction: seen.fraction, parts: [] },
    steps: Object.entries(seen.steps ?? {}).map(([id, state]) => ({
      id,
      title: id,
      state,
      since: seen.since?.[id] === undefined ? undefined : iso(seen.since[id]),
    })),
    memory: seen.memory ?? {},
  };
}

function reduce(previous: Rollout | undefined, seen: Seen, uid = 'uid-1') {
  const subject = { cloud: 'lab', object, uid, now: at(seen.minute) };
  return reduceRollout(previous, observationOf(seen), subject);
}

function replay(story: Seen[]): RolloutReduction[] {
  const results: RolloutReduction[] = [];
  let rollout: Rollout | undefined;
  for (const seen of story) {
    const result = reduce(rollout, seen);
    results.push(result);
    rollout = result.rollout;
    // After a crash the same observation comes again: it must be without effect.
    const again = reduce(rollout && JSON.parse(JSON.stringify(rollout)), {
      ...seen,
      minute: seen.minute + 1,
    });
    expect(again).toEqual({
      rollout,
      transitions: [],
      endedTransitions: [],
    });
    expect(reduce(rollout, seen).rollout).toBe(rollout);
  }
  return results;
}

describe('reduceRollout', () => {
  it.each<{ name: string; story: Seen[]; states: Array<string | undefined> }>([
    {
      name: 'follows a change from accepted to done and latches the end',
      story: [
        { minute: 0, phase: 'queued' },
        { minute: 2, phase: 'progressing' },
        { minute: 4, phase: 'settling' },
        { minute: 6, phase: 'done' },
        { minute: 8, phase: 'settling' },
        { minute: 10, phase: 'failed' },
      ],
      states: ['queued', 'running', 'running', 'done', 'done', 'done'],
    },
    {
      name: 'calls retrying stalled, and running again once it heals',
      story: [
        { minute: 0, phase: 'progressing' },
        { minute: 30, phase: 'retrying' },
        { minute: 32, phase: 'progressing' },
        { minute: 34, phase: 'paused' },
        { minute: 36, phase: 'done' },
      ],
      states: ['running', 'stalled', 'running', 'paused', 'done'],
    },
    {
      name: 'leaves failed only by a new run',
      story: [
        { minute: 0, phase: 'progressing' },
        { minute: 2, phase: 'failed' },
        { minute: 4, phase: 'progressing' },
        { minute: 6, phase: 'progressing', run: 2, cause: 'resume' },
        { minute: 8, phase: 'done', run: 2, cause: 'resume' },
      ],
      states: ['running', 'failed', 'failed', 'running', 'done'],
    },
    {
      name: 'keeps its state while nothing can be told',
      story: [
        { minute: 0, phase: 'unknown' },
        { minute: 2, phase: 'progressing', steps: { compute: 'running' } },
        { minute: 4, phase: 'unknown' },
        { minute: 6, phase: 'unknown', generation: 2 },
      ],
      states: [undefined, 'running', 'running', 'queued'],
    },
    {
      name: 'ends a draft at once and starts anew when the draft is released',
      story: [
        { minute: 0, phase: 'draft' },
        { minute: 2, phase: 'queued' },
        { minute: 4, phase: 'queued', generation: 2 },
      ],
      states: ['drafted', 'drafted', 'queued'],
    },
    {
      name: 'makes nothing of an object that was gone when first seen',
      story: [{ minute: 0, phase: 'gone', generation: 0 }],
      states: [undefined],
    },
    {
      name: 'ignores what is older than what it knows',
      story: [
        { minute: 0, phase: 'progressing', generation: 3, run: 2 },
        { minute: 2, phase: 'done', generation: 3, run: 1 },
        { minute: 4, phase: 'done', generation: 2, run: 5 },
      ],
      states: ['running', 'running', 'running'],
    },
  ])('$name', ({ story, states }) => {
    const results = replay(story);
    expect(results.map(result => result.rollout?.state)).toEqual(states);
    results.forEach(({ rollout, transitions }, index) => {
      const before = results[index - 1]?.rollout;
      const moved =
        before?.state !== rollout?.state ||
        before?.generation !== rollout?.generation ||
        before?.run !== rollout?.run;
      expect(transitions.some(({ step }) => !step)).toBe(moved);
    });
  });

  it('remembers when each step entered each state', () => {
    const results = replay([
      {
        minute: 0,
        phase: 'progressing',
        steps: { identity: 'running', compute: 'waiting', event: 'removing' },
      },
      {
        minute: 5,
        phase: 'progressing',
        steps: { identity: 'done', compute: 'running' },
        since: { identity: 3 },
      },
      {
        // The final apply of an upgrade takes up again what was done.
        minute: 10,
        phase: 'progressing',
        steps: { identity: 'running', compute: 'settling' },
        // Stamps from before the change and from a clock that is ahead.
        since: { identity: -20, compute: 50 },
      },
      {
        minute: 20,
        phase: 'done',
        steps: { identity: 'done', compute: 'done' },
        since: { identity: 15 },
      },
    ]);
    const rollout = results[3].rollout!;
    expect(rollout).toMatchObject({
      startedAt: iso(0),
      endedAt: iso(20),
      lastMovedAt: iso(20),
    });
    expect(rollout.steps).toMatchObject([
      {
        id: 'identity',
        startedAt: iso(0),
        endedAt: iso(15),
        periods: [
          { state: 'running', from: iso(0), to: iso(3) },
          { state: 'done', from: iso(3), to: iso(10) },
          { state: 'running', from: iso(10), to: iso(15) },
          { state: 'done', from: iso(15), to: iso(20) },
        ],
      },
      {
        id: 'compute',
        startedAt: iso(5),
        endedAt: iso(20),
        periods: [
          { state: 'waiting', from: iso(0), to: iso(5) },
          { state: 'running', from: iso(5), to: iso(10) },
          { state: 'settling', from: iso(10), to: iso(20) },
          { state: 'done', from: iso(20), to: iso(20) },
        ],
      },
      { id: 'event', state: 'removed', endedAt: iso(5) },
    ]);
    expect(results[1].transitions).toEqual([
      { at: iso(5), step: 'event', from: 'removing', to: 'removed' },
      { at: iso(3), step: 'identity', from: 'running', to: 'done' },
      { at: iso(5), step: 'compute', from: 'waiting', to: 'running' },
    ]);
    expect(results[2].rollout!.lastMovedAt).toBe(iso(10));
  });

  it('keeps the steps when the status that lists them is missing for a while', () => {
    const [, second, third] = replay([
      { minute: 0, phase: 'progressing', steps: { compute: 'running' } },
      { minute: 5, phase: 'queued' },
      { minute: 6, phase: 'unknown' },
    ]);
    expect(second.rollout!.steps).toMatchObject([{ state: 'running' }]);
    expect(third.rollout!.steps).toMatchObject([{ state: 'running' }]);
  });

  it('ends a rollout that a newer spec or run overtakes', () => {
    const [, second, third] = replay([
      { minute: 0, phase: 'progressing', steps: { compute: 'running' } },
      {
        minute: 5,
        phase: 'queued',
        generation: 2,
        steps: { compute: 'waiting' },
      },
      { minute: 9, phase: 'progressing', generation: 2, run: 2 },
    ]);
    expect(second.ended).toMatchObject({
      generation: 1,
      state: 'overtaken',
      endedAt: iso(5),
      message: 'Overtaken by generation 2 of the spec',
      steps: [{ periods: [{ state: 'running', from: iso(0), to: iso(5) }] }],
    });
    expect(second.endedTransitions).toMatchObject([
      { at: iso(5), from: 'running', to: 'overtaken' },
    ]);
    expect(second.transitions).toMatchObject([{ to: 'queued' }]);
    expect(second.rollout).toMatchObject({ generation: 2, startedAt: iso(5) });
    expect(third.ended!.message).toBe('Overtaken by run 2 of the controller');

    const done = reduce(undefined, { minute: 0, phase: 'done' }).rollout;
    const next = reduce(done, { minute: 5, phase: 'queued', generation: 2 });
    expect(next.ended).toBeUndefined();
    expect(next.endedTransitions).toEqual([]);

    const renewed = reduce(
      second.rollout,
      { minute: 9, phase: 'queued', cause: 'create' },
      'uid-2',
    );
    expect(renewed.rollout).toMatchObject({ uid: 'uid-2', generation: 1 });
    expect(renewed.ended!.message).toMatch(/new object of the same name/);
  });

  it('follows a deletion, also one that nobody watched', () => {
    const watched = replay([
      { minute: 0, phase: 'done', steps: { compute: 'done' } },
      {
        minute: 5,
        phase: 'progressing',
        generation: 2,
        cause: 'delete',
        steps: { compute: 'removing' },
      },
      { minute: 8, phase: 'gone', generation: 0, cause: 'delete' },
      { minute: 20, phase: 'gone', generation: 0, cause: 'delete' },
    ]);
    expect(watched[2].rollout).toMatchObject({
      generation: 2,
      run: 1,
      cause: 'delete',
      state: 'done',
      startedAt: iso(5),
      endedAt: iso(8),
      steps: [{ id: 'compute', state: 'removed' }],
    });
    expect(watched[3].rollout).toBe(watched[2].rollout);

    const missed = replay([
      { minute: 0, phase: 'progressing', generation: 4, run: 2 },
      { minute: 5, phase: 'gone', generation: 0, cause: 'delete' },
    ])[1];
    expect(missed.ended).toMatchObject({ run: 2, state: 'overtaken' });
    expect(missed.rollout).toMatchObject({
      generation: 4,
      run: 3,
      cause: 'delete',
      state: 'done',
    });
  });

  it('says why progress fell, and tells no duration of what was over when first seen', () => {
    const results = replay([
      { minute: 0, phase: 'progressing', fraction: 0.8 },
      { minute: 2, phase: 'progressing', fraction: 0.3 },
      { minute: 4, phase: 'progressing', fraction: 0.5 },
      { minute: 6, phase: 'done', fraction: 1 },
    ]);
    const notes = results.map(({ rollout }) => rollout!.progress.note);
    expect(notes[0]).toBeUndefined();
    expect(notes[1]).toMatch(/^Fell from 80% to 30%: /);
    expect(notes[2]).toBe(notes[1]);
    expect(notes[3]).toBeUndefined();

    const old = reduce(undefined, {
      minute: 50,
      phase: 'done',
      steps: { identity: 'done', compute: 'done' },
      since: { identity: 10, compute: 12 },
    });
    expect(old.rollout).toMatchObject({
      state: 'done',
      startedAt: iso(12),
      endedAt: iso(12),
    });
    expect(old.transitions).toEqual([{ at: iso(12), to: 'done' }]);
    expect(usualDuration([old.rollout!])).toBeUndefined();
  });

  it('keeps what the reader wants back beyond the end', () => {
    const [, later] = replay([
      { minute: 0, phase: 'done', memory: { seen: 'a' } },
      { minute: 5, phase: 'done', memory: { seen: 'b' } },
    ]);
    expect(later.rollout).toMatchObject({
      state: 'done',
      endedAt: iso(0),
      memory: { seen: 'b' },
    });
    expect(later.transitions).toEqual([]);
  });

  it('starts when the spec was accepted, not when somebody looked', () => {
    const subject = { cloud: 'lab', object, uid: 'uid-1', now: at(30) };
    const seen = observationOf({
      minute: 30,
      phase: 'progressing',
      steps: { identity: 'done', compute: 'running' },
      since: { identity: 12, compute: 2 },
    });
    const { rollout } = reduceRollout(undefined, seen, {
      ...subject,
      acceptedAt: iso(10),
    });
    expect(rollout).toMatchObject({
      startedAt: iso(10),
      steps: [{ startedAt: iso(12) }, { startedAt: iso(30) }],
    });
  });
});

describe('usualDuration', () => {
  it('is the median of what succeeded', () => {
    const took = (minutes: number, state: Rollout['state'] = 'done') => ({
      state,
      startedAt: iso(0),
      endedAt: iso(minutes),
    });
    expect(usualDuration([])).toBeUndefined();
    expect(usualDuration([took(9), took(1), took(3)])).toBe(180_000);
    expect(usualDuration([took(2), took(4), took(50, 'failed')])).toBe(180_000);
  });
});
