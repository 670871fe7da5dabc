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

import { EntityName } from '../shared/EntityName';
import { formatDuration } from '../shared/formatDuration';
import { RelativeTime } from '../shared/RelativeTime';
import { StepChip } from '../shared/StepChip';
import { TableFrame } from '../shared/TableFrame';
import styles from './tables.module.css';
import { TimelineModel } from './timelineModel';

/** The same as the chart, to read and to copy. */
export function TimelineTable({ model }: { model: TimelineModel }) {
  return (
    <TableFrame label="Table of the steps">
      <table className={styles.table} aria-label="Steps">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">State</th>
            <th scope="col">At work</th>
            <th scope="col">Started</th>
            <th scope="col">Ended</th>
            <th scope="col">Detail</th>
          </tr>
        </thead>
        <tbody>
          {model.rows.map(({ step, busyMilliseconds, slowest }) => (
            <tr key={step.id}>
              <th scope="row">
                <EntityName entityRef={step.entityRef}>{step.title}</EntityName>
              </th>
              <td>
                <StepChip state={step.state} />
              </td>
              <td>
                {formatDuration(busyMilliseconds)}
                {slowest && ' (slowest)'}
              </td>
              <td>
                {step.startedAt ? <RelativeTime at={step.startedAt} /> : ''}
              </td>
              <td>{step.endedAt ? <RelativeTime at={step.endedAt} /> : ''}</td>
              <td>{step.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
