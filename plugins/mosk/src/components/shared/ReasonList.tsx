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
import { Reason } from './Reason';
import styles from './lists.module.css';

export interface ReasonListProps {
  reasons: MoskViews.HealthReason[];
  /** How many are shown before the rest is only counted. */
  most?: number;
}

export function ReasonList(props: ReasonListProps) {
  const { reasons, most = reasons.length } = props;
  const more = reasons.length - most;
  if (!reasons.length) {
    return null;
  }
  return (
    <ul className={styles.plain} aria-label="Reasons">
      {reasons.slice(0, most).map(reason => (
        <li key={`${reason.code} ${reason.message}`}>
          <Reason reason={reason} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Text as="span" color="secondary">
            and {more} more
          </Text>
        </li>
      )}
    </ul>
  );
}
