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

import { Component, MoskViews } from '@mosk-portal/plugin-mosk-common';
import { ChartDefinition, chartsOf } from './charts';
import { CloudStackLight } from './CloudStackLight';
import { TimeRange } from './PrometheusClient';
import { Answer } from './types';

/** So many points tell a story in a small chart. */
const points = 120;
/** More lines than these cannot be told apart. */
const mostSeries = 12;

/** How far back a chart may go. */
export type ChartHours = 1 | 6 | 24;

/** Charts of a component. Those of logs are left out where the cloud is known to have none. */
export async function chartListView(options: {
  component: Pick<Component, 'id' | 'type'>;
  hours: ChartHours;
  stackLight: CloudStackLight;
  hasOpenSearch: boolean;
  now: Date;
}): Promise<MoskViews.ChartList> {
  const { component, hours, stackLight, now } = options;
  const step = (hours * 3600) / points;
  // On whole steps, so that pages that are opened shortly after each other ask the same.
  const to = new Date(Math.floor(now.getTime() / 1000 / step) * step * 1000);
  const range = {
    from: new Date(to.getTime() - hours * 3_600_000),
    to,
    step,
  };
  const charts = chartsOf(component).filter(
    ({ logsOf }) => !logsOf || stackLight.hasLogs || options.hasOpenSearch,
  );
  return {
    asOf: charts.length ? now.toISOString() : undefined,
    charts: await Promise.all(
      charts.map(chart => chartView(chart, range, stackLight)),
    ),
  };
}

async function chartView(
  definition: ChartDefinition,
  range: TimeRange,
  stackLight: CloudStackLight,
): Promise<MoskViews.Chart> {
  const { id, title, unit } = definition;
  const common = {
    id,
    title,
    unit,
    from: range.from.toISOString(),
    to: range.to.toISOString(),
  };
  const answers = await Promise.all(linesOf(definition, range, stackLight));
  const series: MoskViews.ChartSeries[] = [];
  for (const answer of answers) {
    if ('error' in answer) {
      const { failure, message } = answer.error;
      return { ...common, series: [], state: failure, message };
    }
    series.push(...answer.value);
  }
  const seen = series.filter(one => one.points.length > 0);
  return {
    ...common,
    series: seen.slice(0, mostSeries),
    state: seen.length ? 'live' : 'empty',
    message:
      seen.length > mostSeries
        ? `${seen.length - mostSeries} more lines are left out`
        : undefined,
  };
}

function linesOf(
  { lines = [], logsOf }: ChartDefinition,
  range: TimeRange,
  stackLight: CloudStackLight,
): Array<Promise<Answer<MoskViews.ChartSeries[]>>> {
  return [
    ...lines.map(async ({ query, nameBy, name = '' }) =>
      mapped(await stackLight.range(query, range), found =>
        found
          .map(one => ({
            name: (nameBy && one.labels[nameBy]) || name,
            points: one.points,
          }))
          .sort((one, other) => one.name.localeCompare(other.name)),
      ),
    ),
    ...(logsOf
      ? [
          stackLight
            .logErrors(logsOf, range)
            .then(answer =>
              mapped(answer, found => [{ name: 'Errors', points: found }]),
            ),
        ]
      : []),
  ];
}

function mapped<T, R>(answer: Answer<T>, map: (value: T) => R): Answer<R> {
  return 'error' in answer ? answer : { ...answer, value: map(answer.value) };
}
