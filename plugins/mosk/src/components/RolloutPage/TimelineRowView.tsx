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

import { RiTimerFlashLine } from '@remixicon/react';
import { EntityName } from '../shared/EntityName';
import { formatDuration } from '../shared/formatDuration';
import { StepChip, stepLooks } from '../shared/StepChip';
import styles from './TimelineChart.module.css';
import { TimelineRow } from './timelineModel';

/** One step: its name and state, and its periods on the axis, each told in words too. */
export function TimelineRowView({ row }: { row: TimelineRow }) {
  const { step, bars, slowest } = row;
  const words = bars
    .map(
      bar =>
        `${stepLooks[bar.state]?.word ?? bar.state} ${formatDuration(
          bar.milliseconds,
        )}`,
    )
    .join(', ');
  return (
    <li className={`${styles.row} ${slowest ? styles.slowest : ''}`}>
      <div className={styles.name}>
        <EntityName entityRef={step.entityRef}>{step.title}</EntityName>
        {slowest && (
          <span className={styles.slowMark}>
            <RiTimerFlashLine size={14} aria-hidden /> slowest
          </span>
        )}
      </div>
      <div
        className={styles.track}
        role="img"
        tabIndex={0}
        aria-label={`${step.title}: ${words || 'not started'}`}
        title={words}
      >
        {bars.map((bar, index) => (
          <span
            key={index}
            className={`${styles.bar} ${styles[bar.state]}`}
            style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
          />
        ))}
      </div>
      <div className={styles.state}>
        <StepChip state={step.state} />
        {step.detail && <div className={styles.detail}>{step.detail}</div>}
      </div>
    </li>
  );
}
