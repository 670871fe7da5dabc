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
import { timelineModel } from './timelineModel';

const at = (second: number) =>
  new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

const step = (
  id: string,
  state: MoskViews.StepState,
  periods: MoskViews.RolloutStep['periods'],
): MoskViews.RolloutStep => ({ id, title: id, state, periods });

const steps = [
  step('fast', 'done', [
    { state: 'running', from: at(0), to: at(50) },
    { state: 'done', from: at(50) },
  ]),
  step('open', 'running', [
    { state: 'waiting', from: at(0), to: at(60) },
    { state: 'running', from: at(60) },
  ]),
];

describe('timelineModel', () => {
  it('marks what holds up a running rollout', () => {
    const model = timelineModel(
      { startedAt: at(0), steps },
      Date.parse(at(100)),
    );
    expect(model.rows[0].bars).toEqual([
      { state: 'running', left: 0, width: 50, milliseconds: 50_000 },
      { state: 'done', left: 50, width: 50, milliseconds: 50_000 },
    ]);
    expect(model.rows[1].busyMilliseconds).toBe(40_000);
    expect(model.rows.map(({ slowest }) => slowest)).toEqual([false, true]);
    expect(model.ticks.map(({ milliseconds }) => milliseconds)).toEqual([
      0, 25_000, 50_000, 75_000, 100_000,
    ]);
  });

  it('marks the longest of an ended one, and starts where the first period did', () => {
    const model = timelineModel(
      { startedAt: at(10), endedAt: at(80), steps },
      Date.parse(at(1000)),
    );
    expect(model.rows.map(({ slowest }) => slowest)).toEqual([true, false]);
    expect(model.rows[1].bars[1]).toEqual({
      state: 'running',
      left: 75,
      width: 25,
      milliseconds: 20_000,
    });
    expect(timelineModel({ startedAt: at(0), steps: [] }, 0).rows).toEqual([]);
  });

  it('draws as failed what a failed step was at in the end', () => {
    const failed = step('failed', 'failed', [
      { state: 'waiting', from: at(0), to: at(2) },
      { state: 'running', from: at(2), to: at(20) },
      { state: 'failed', from: at(20), to: at(20) },
    ]);
    const [row] = timelineModel(
      { startedAt: at(0), endedAt: at(20), steps: [failed] },
      0,
    ).rows;
    expect(row.bars.map(({ state }) => state)).toEqual(['waiting', 'failed']);
    expect(row.bars[1].milliseconds).toBe(18_000);
  });
});
