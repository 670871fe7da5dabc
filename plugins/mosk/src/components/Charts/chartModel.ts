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

/** One moment of a chart: milliseconds since 1970, and the value of each line by its number. */
export interface ChartMoment {
  time: number;
  values: Array<number | null>;
}

/** What a line did: its newest, its lowest and its highest value. */
export interface LineSummary {
  /** Its number, by which it is drawn. */
  line: number;
  name: string;
  now: number;
  lowest: number;
  highest: number;
}

/** A pause longer than this many usual steps is a gap: nothing was measured, and nothing is drawn. */
const GAP_STEPS = 1.5;

/** Points of all lines by time, with an empty moment wherever a line must break. */
export function momentsOf(series: MoskViews.ChartSeries[]): ChartMoment[] {
  const step = usualStep(series);
  const moments = new Map<number, ChartMoment>();
  const put = (time: number, line: number, value: number | null) => {
    const moment = moments.get(time) ?? {
      time,
      values: series.map(() => null),
    };
    moment.values[line] = value;
    moments.set(time, moment);
  };
  series.forEach(({ points }, line) =>
    points.forEach(([time, value], index) => {
      const before = points[index - 1]?.[0];
      if (before !== undefined && time - before > step * GAP_STEPS) {
        put(before + step, line, null);
      }
      put(time, line, value);
    }),
  );
  return [...moments.values()].sort((one, other) => one.time - other.time);
}

function usualStep(series: MoskViews.ChartSeries[]): number {
  const steps = series.flatMap(({ points }) =>
    points.slice(1).map(([time], index) => time - points[index][0]),
  );
  return steps.reduce((least, step) => Math.min(least, step), Infinity);
}

/** Each line in numbers, for those who read them rather than see them. */
export function summariesOf(series: MoskViews.ChartSeries[]): LineSummary[] {
  return series.flatMap(({ name, points }, line) => {
    const values = points.map(([, value]) => value);
    const now = values.at(-1);
    return now === undefined
      ? []
      : {
          line,
          name,
          now,
          lowest: Math.min(...values),
          highest: Math.max(...values),
        };
  });
}
