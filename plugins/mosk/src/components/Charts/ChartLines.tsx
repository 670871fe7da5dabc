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
import { DateTime } from 'luxon';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartMoment, momentsOf } from './chartModel';
import { chartValue } from './chartValue';
import { lineLook } from './lineLooks';
import styles from './Charts.module.css';

const HEIGHT = 160;
const ink = 'var(--bui-fg-secondary)';

/** So many pauses between the times below a chart. */
const PAUSES = 4;

const quarters = [0, 0.25, 0.5, 0.75, 1];

const clock = (time: number) => DateTime.fromMillis(time).toFormat('HH:mm');

/** The lines of a chart. What they say stands in words beside them. */
export function ChartLines({ chart }: { chart: MoskViews.Chart }) {
  const { series, unit, from, to } = chart;
  const text = { fill: ink, fontSize: 12 };
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const times = [...Array(PAUSES + 1).keys()].map(
    index => start + ((end - start) * index) / PAUSES,
  );
  return (
    <div className={styles.drawing} aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart
          data={momentsOf(series)}
          margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--bui-border-2)" />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={[start, end]}
            ticks={times}
            tickFormatter={clock}
            tick={text}
            stroke={ink}
            interval="preserveStartEnd"
          />
          <YAxis
            width={68}
            domain={[0, unit === 'ratio' ? 1 : 'auto']}
            ticks={unit === 'ratio' ? quarters : undefined}
            allowDecimals={unit !== 'count'}
            tickFormatter={value => chartValue(value, unit)}
            tick={text}
            stroke={ink}
            tickCount={4}
          />
          <Tooltip
            labelFormatter={time => clock(Number(time))}
            formatter={value => chartValue(Number(value), unit)}
            contentStyle={{
              background: 'var(--bui-bg-app)',
              border: '1px solid var(--bui-border-2)',
              color: 'var(--bui-fg-primary)',
            }}
            isAnimationActive={false}
          />
          {series.map(({ name }, line) => {
            const { colour, dashes } = lineLook(line);
            return (
              <Line
                key={name}
                name={name}
                dataKey={({ values }: ChartMoment) => values[line]}
                stroke={colour}
                strokeDasharray={dashes}
                strokeWidth={2}
                dot={false}
                isAnimationActive={false}
              />
            );
          })}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
