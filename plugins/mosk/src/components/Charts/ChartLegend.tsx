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
import styles from './Charts.module.css';
import { summariesOf } from './chartModel';
import { chartValue } from './chartValue';
import { lineLook } from './lineLooks';

/** Each line by name, with its newest value and its range: the chart in words. */
export function ChartLegend({ chart }: { chart: MoskViews.Chart }) {
  const { series, unit, title } = chart;
  const words = (value: number) => chartValue(value, unit);
  return (
    <ul className={styles.legend} aria-label={`${title} In numbers`}>
      {summariesOf(series).map(({ line, name, now, lowest, highest }) => {
        const { colour, dashes } = lineLook(line);
        return (
          <li key={name}>
            <svg className={styles.swatch} viewBox="0 0 24 8" aria-hidden>
              <line
                x1="0"
                x2="24"
                y1="4"
                y2="4"
                stroke={colour}
                strokeWidth="3"
                strokeDasharray={dashes}
              />
            </svg>
            <span className={styles.name}>{name}</span> {words(now)}
            {lowest !== highest && (
              <span className={styles.range}>
                {' '}
                (from {words(lowest)} to {words(highest)})
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
