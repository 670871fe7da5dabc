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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';

export interface TimelineBar {
  state: MoskViews.StepState;
  /** Per cent of the axis. */
  left: number;
  width: number;
  milliseconds: number;
}

export interface TimelineRow {
  step: MoskViews.RolloutStep;
  bars: TimelineBar[];
  /** Time spent at work, waiting left out. */
  busyMilliseconds: number;
  slowest: boolean;
}

export interface TimelineModel {
  rows: TimelineRow[];
  ticks: Array<{ left: number; milliseconds: number }>;
}

const busy: MoskViews.StepState[] = [
  'running',
  'settling',
  'failed',
  'removing',
];
const TICKS = 4;
/** Below this nothing is slow. */
const SLOW_MS = 1000;

/** A step that fails often ends its rollout at once: then what it was at last is drawn as failed. */
function shownPeriods({ periods }: MoskViews.RolloutStep, end: number) {
  const last = periods.at(-1);
  const before = periods.at(-2);
  const isInstant =
    last?.state === 'failed' &&
    (last.to ? Date.parse(last.to) : end) <= Date.parse(last.from);
  return before && isInstant
    ? [...periods.slice(0, -2), { ...before, state: last.state }]
    : periods;
}

/** Where each bar stands on the axis, which step takes longest, and where the axis is marked. Pure. */
export function timelineModel(
  rollout: Pick<MoskViews.RolloutDetail, 'startedAt' | 'endedAt' | 'steps'>,
  now: number,
): TimelineModel {
  const starts = rollout.steps
    .flatMap(step => step.periods.map(period => Date.parse(period.from)))
    .concat(Date.parse(rollout.startedAt));
  const start = Math.min(...starts);
  const end = rollout.endedAt ? Date.parse(rollout.endedAt) : now;
  const span = Math.max(end - start, 1000);
  const toPercent = (time: number) =>
    (Math.min(Math.max(time - start, 0), span) / span) * 100;

  const rows = rollout.steps.map(step => {
    const bars = shownPeriods(step, end).map(({ state, from, to }) => {
      const barStart = Date.parse(from);
      const barEnd = to ? Date.parse(to) : end;
      const left = toPercent(barStart);
      return {
        state,
        left,
        width: Math.max(toPercent(barEnd) - left, 0),
        milliseconds: Math.max(barEnd - barStart, 0),
      };
    });
    const busyMilliseconds = bars
      .filter(({ state }) => busy.includes(state))
      .reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    return { step, bars, busyMilliseconds };
  });

  // While it runs, the slow one is among those that hold it up; afterwards it is the longest of all.
  const open = rows.filter(({ step }) => busy.includes(step.state));
  const candidates = rollout.endedAt || !open.length ? rows : open;
  const longest = Math.max(
    0,
    ...candidates.map(({ busyMilliseconds }) => busyMilliseconds),
  );
  return {
    rows: rows.map(row => ({
      ...row,
      slowest:
        rows.length > 1 &&
        longest >= SLOW_MS &&
        candidates.includes(row) &&
        row.busyMilliseconds === longest,
    })),
    ticks: Array.from({ length: TICKS + 1 }, (_, index) => ({
      left: (index / TICKS) * 100,
      milliseconds: (index / TICKS) * span,
    })),
  };
}
