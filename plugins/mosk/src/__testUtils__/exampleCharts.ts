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
import { ago } from './times';

const MINUTE_MS = 60_000;

/** An answer for every minute of the last hour but five, and one that never came. */
export const exampleCharts = (): MoskViews.ChartList => {
  const start = Date.parse(ago(3600));
  const minutes = [...Array(60).keys()].filter(
    minute => minute < 30 || minute >= 35,
  );
  const common = { from: ago(3600), to: ago(0) };
  return {
    asOf: ago(5),
    charts: [
      {
        ...common,
        id: 'api-success',
        title: 'How many calls of the API succeed?',
        unit: 'ratio',
        state: 'live',
        series: [
          {
            name: 'keystone',
            points: minutes.map(minute => [
              start + minute * MINUTE_MS,
              minute === 10 ? 0.9 : 0.9999,
            ]),
          },
        ],
      },
      {
        ...common,
        id: 'log-errors',
        title: 'How many errors does it log?',
        unit: 'per-second',
        state: 'unreachable',
        message: 'connect ECONNREFUSED',
        series: [],
      },
    ],
  };
};
