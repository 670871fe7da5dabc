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
import tables from '../RolloutPage/tables.module.css';
import { TableFrame } from '../shared/TableFrame';

/** Daemons by their sort, and which of them is unwell on which node. */
export function CephDaemonTable({
  daemons,
}: {
  daemons: MoskViews.CephDaemons[];
}) {
  return (
    <TableFrame label="Table of the daemons">
      <table className={tables.table} aria-label="Daemons of Ceph">
        <thead>
          <tr>
            <th scope="col">Daemons</th>
            <th scope="col">Ready</th>
            <th scope="col">Not well</th>
          </tr>
        </thead>
        <tbody>
          {daemons.map(({ daemon, title, ready, wanted, info, unwell }) => (
            <tr key={daemon}>
              <th scope="row">
                {title}
                {info.map(line => (
                  <Text
                    key={line}
                    as="div"
                    variant="body-small"
                    color="secondary"
                  >
                    {line}
                  </Text>
                ))}
              </th>
              <td>
                {ready} of {wanted}
              </td>
              <td>
                {unwell.map(({ name, nodes, message }) => (
                  <div key={name}>
                    <strong>{name}</strong>{' '}
                    {nodes.length
                      ? `on ${nodes.join(', ')}`
                      : 'on a node that is not known'}
                    {message && `: ${message}`}
                  </div>
                ))}
                {!unwell.length &&
                  (ready < wanted ? 'some have not been made yet' : 'none')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
