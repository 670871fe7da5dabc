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

import { formatDuration } from '../shared/formatDuration';
import { stepLooks } from '../shared/StepChip';
import styles from './TimelineChart.module.css';
import { TimelineModel } from './timelineModel';
import { TimelineRowView } from './TimelineRowView';

const shownStates = [
  'waiting',
  'running',
  'settling',
  'done',
  'failed',
] as const;

export function TimelineChart({ model }: { model: TimelineModel }) {
  return (
    <div className={styles.chart}>
      <ul className={styles.legend} aria-hidden>
        {shownStates.map(state => (
          <li key={state}>
            <span className={`${styles.swatch} ${styles[state]}`} />
            {stepLooks[state].word}
          </li>
        ))}
      </ul>
      <ul className={styles.rows} aria-label="Timeline of the steps">
        {model.rows.map(row => (
          <TimelineRowView key={row.step.id} row={row} />
        ))}
      </ul>
      <div className={styles.axis} aria-hidden>
        {model.ticks.map(({ left, milliseconds }) => (
          <span key={left} className={styles.tick} style={{ left: `${left}%` }}>
            {formatDuration(milliseconds)}
          </span>
        ))}
      </div>
    </div>
  );
}
