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

import { Text, VisuallyHidden } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useMemo } from 'react';
import { DiffLine, diffLines } from './diffLines';
import styles from './DiffView.module.css';

const marks: Record<DiffLine['kind'], { sign: string; word: string }> = {
  added: { sign: '+', word: 'added' },
  removed: { sign: '−', word: 'removed' },
  same: { sign: '', word: '' },
  gap: { sign: '', word: '' },
};

/** Unified diff of two redacted specs, each changed line said in words too. */
export function DiffView({ diff }: { diff: MoskViews.ManifestDiff }) {
  const lines = useMemo(
    () => diffLines(diff.before, diff.after),
    [diff.before, diff.after],
  );
  if (diff.hiddenOnly) {
    return (
      <Text as="p">
        Only values that are hidden differ
        {diff.changedPaths.length > 0 && `: ${diff.changedPaths.join(', ')}`}.
      </Text>
    );
  }
  if (!lines.length) {
    return <Text as="p">Nothing differs.</Text>;
  }
  return (
    <div
      className={styles.frame}
      role="region"
      aria-label="Changes of the spec"
      tabIndex={0}
    >
      <table className={styles.table}>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index} className={styles[line.kind]}>
              <td className={styles.mark}>
                <span aria-hidden>{marks[line.kind].sign}</span>
                <VisuallyHidden>{marks[line.kind].word}</VisuallyHidden>
              </td>
              <td className={styles.text}>{line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
