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
import { HealthChip } from '../shared/HealthChip';
import { RelativeTime } from '../shared/RelativeTime';

export interface WorkloadRowProps {
  workload: MoskViews.Workload;
  lastKnown: boolean;
}

export function WorkloadRow({ workload, lastKnown }: WorkloadRowProps) {
  const { object, ready, wanted, updated, restarts, lastWarning } = workload;
  return (
    <tr>
      <td>
        <HealthChip state={workload.state} lastKnown={lastKnown} />
      </td>
      <th scope="row">
        {object.name}
        <Text as="div" variant="body-small" color="secondary">
          {[object.kind, workload.chart ?? workload.helmRelease]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </th>
      <td>
        {ready} of {wanted}
      </td>
      <td>{updated === undefined ? 'unknown' : `${updated} of ${wanted}`}</td>
      <td>{restarts < 0 ? 'unknown' : restarts}</td>
      <td>
        {workload.message}
        {workload.since && (
          <Text as="span" color="secondary">
            {' '}
            since <RelativeTime at={workload.since} />
          </Text>
        )}
        {workload.nodes && workload.nodes.length > 0 && (
          <Text as="div" color="secondary">
            Not ready on {workload.nodes.join(', ')}
          </Text>
        )}
        {lastWarning && (
          <Text as="div" color="secondary">
            {lastWarning.reason}: {lastWarning.message} (
            {lastWarning.count && lastWarning.count > 1
              ? `${lastWarning.count} times, last `
              : ''}
            <RelativeTime at={lastWarning.at} />)
          </Text>
        )}
      </td>
    </tr>
  );
}
