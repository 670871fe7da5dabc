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
import tables from '../RolloutPage/tables.module.css';
import { TableFrame } from '../shared/TableFrame';
import { DeliveryChip } from './DeliveryChip';

/** What Alertmanager sent within the last hour, and how much of it failed. */
export function DeliveryTable({
  deliveries,
}: {
  deliveries: MoskViews.AlertDelivery[];
}) {
  if (!deliveries.length) {
    return null;
  }
  return (
    <TableFrame label="Table of the deliveries">
      <table
        className={tables.table}
        aria-label="Notifications of the last hour"
      >
        <thead>
          <tr>
            <th scope="col">By</th>
            <th scope="col">Receiver</th>
            <th scope="col">Last 15 minutes</th>
            <th scope="col">Failed of tried, last hour</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(
            ({ integration, receiver, failed, sent, failing }) => (
              <tr key={`${integration} ${receiver ?? ''}`}>
                <th scope="row">{integration}</th>
                <td>{receiver ?? 'not told apart'}</td>
                <td>
                  <DeliveryChip failing={failing} />
                </td>
                <td>
                  {Math.ceil(failed)} of {Math.ceil(sent)}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </TableFrame>
  );
}
