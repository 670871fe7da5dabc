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

import { Alert } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import styles from './lists.module.css';

/** Which part of the data is missing, and why. */
export function MissingBanner({
  missing,
}: {
  missing: MoskViews.MissingPart[];
}) {
  if (!missing.length) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title="A part of the data is missing"
      description={
        <ul className={styles.plain}>
          {missing.map(part => (
            <li key={part.kind}>
              {part.kind}: {part.reason}
            </li>
          ))}
        </ul>
      }
    />
  );
}
