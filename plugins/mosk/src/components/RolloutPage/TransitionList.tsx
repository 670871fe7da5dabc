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
import { rolloutLooks } from '../shared/RolloutChip';
import { stepLooks } from '../shared/StepChip';
import { RelativeTime } from '../shared/RelativeTime';
import { TableFrame } from '../shared/TableFrame';
import styles from './tables.module.css';

const looks: Record<string, { word: string }> = {
  ...stepLooks,
  ...rolloutLooks,
};

const word = (state: string | undefined) =>
  state ? looks[state]?.word ?? state : '';

/** Every change of state, the newest first. */
export function TransitionList({
  rollout,
}: {
  rollout: MoskViews.RolloutDetail;
}) {
  const titles = new Map(rollout.steps.map(({ id, title }) => [id, title]));
  const newestFirst = [...rollout.transitions].sort((a, b) =>
    b.at.localeCompare(a.at),
  );
  if (!newestFirst.length) {
    return (
      <Text as="p" color="secondary">
        No change of state was seen yet.
      </Text>
    );
  }
  return (
    <TableFrame label="Table of the transitions">
      <table className={styles.table} aria-label="Transitions">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Change</th>
            <th scope="col">Message</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((transition, index) => (
            <tr key={index}>
              <td>
                <RelativeTime at={transition.at} />
              </td>
              <td>
                {transition.step
                  ? titles.get(transition.step) ?? transition.step
                  : 'The rollout'}
              </td>
              <td>
                {transition.from && `${word(transition.from)} → `}
                {word(transition.to)}
              </td>
              <td>{transition.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
