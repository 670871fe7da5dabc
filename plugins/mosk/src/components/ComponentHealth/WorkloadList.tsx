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

import { Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { TableFrame } from '../shared/TableFrame';
import tables from '../RolloutPage/tables.module.css';
import { compareHealth } from '../shared/isUnwell';
import { Section } from '../shared/Section';
import { WorkloadRow } from './WorkloadRow';

export interface WorkloadListProps {
  workloads: MoskViews.Workload[];
  lastKnown: boolean;
}

/** Its workloads, those that are not well first. */
export function WorkloadList({ workloads, lastKnown }: WorkloadListProps) {
  if (!workloads.length) {
    return (
      <Section title="Workloads">
        <Text as="p" color="secondary">
          It has no workloads of its own, or none has been made yet.
        </Text>
      </Section>
    );
  }
  return (
    <Section title="Workloads">
      <TableFrame label="Table of the workloads">
        <table className={tables.table} aria-label="Workloads">
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">Workload</th>
              <th scope="col">Ready</th>
              <th scope="col">Updated</th>
              <th scope="col">Restarts</th>
              <th scope="col">Why, and last warning</th>
            </tr>
          </thead>
          <tbody>
            {[...workloads].sort(compareHealth).map(workload => (
              <WorkloadRow
                key={`${workload.object.kind}/${workload.object.name}`}
                workload={workload}
                lastKnown={lastKnown}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}
