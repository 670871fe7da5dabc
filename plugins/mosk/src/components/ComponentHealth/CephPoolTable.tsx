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
import { usageWords } from './usageWords';

export function CephPoolTable({ pools }: { pools: MoskViews.CephPool[] }) {
  return (
    <TableFrame label="Table of the pools">
      <table className={tables.table} aria-label="Pools of Ceph">
        <thead>
          <tr>
            <th scope="col">Pool</th>
            <th scope="col">Phase</th>
            <th scope="col">For</th>
            <th scope="col">Kept as</th>
            <th scope="col">Used</th>
          </tr>
        </thead>
        <tbody>
          {pools.map(pool => (
            <tr key={pool.name}>
              <th scope="row">{pool.name}</th>
              <td>{pool.phase ?? 'unknown'}</td>
              <td>{pool.role ?? 'not said'}</td>
              <td>
                {[
                  pool.redundancy,
                  pool.deviceClass && `on ${pool.deviceClass}`,
                  pool.failureDomain && `by ${pool.failureDomain}`,
                ]
                  .filter(Boolean)
                  .join(' ') || 'unknown'}
              </td>
              <td>{usageWords(pool.usage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
