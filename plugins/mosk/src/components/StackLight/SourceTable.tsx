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
import { RelativeTime } from '../shared/RelativeTime';
import { TableFrame } from '../shared/TableFrame';
import { SourceChip } from './SourceChip';

/** What the portal asks, whether it answers, and why not. */
export function SourceTable({
  sources,
}: {
  sources: MoskViews.StackLightSource[];
}) {
  return (
    <TableFrame label="Table of what the portal asks">
      <table className={tables.table} aria-label="What the portal asks">
        <thead>
          <tr>
            <th scope="col">Program</th>
            <th scope="col">State</th>
            <th scope="col">Version</th>
            <th scope="col">Last answer</th>
            <th scope="col">Why not</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(source => (
            <tr key={source.id}>
              <th scope="row">{source.title}</th>
              <td>
                <SourceChip state={source.state} />
              </td>
              <td>{source.version || 'unknown'}</td>
              <td>
                {source.asOf ? <RelativeTime at={source.asOf} /> : 'none yet'}
              </td>
              <td>
                {source.message}
                {source.nextAttemptAt && (
                  <>
                    {' '}
                    Next try <RelativeTime at={source.nextAttemptAt} upcoming />
                    .
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
