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

import { Flex, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  progress: MoskViews.RolloutProgress;
  label: string;
}

/** Progress with the numbers that it is made of; hatched where no number exists. */
export function ProgressBar({ progress, label }: ProgressBarProps) {
  const { fraction, parts, note } = progress;
  const percent =
    fraction === undefined
      ? undefined
      : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  const words = parts
    .map(part => `${part.label} ${part.done} of ${part.total}`)
    .join(', ');
  const percentWords =
    percent === undefined ? 'progress unknown' : `${percent}%`;
  return (
    <Flex direction="column" gap="1">
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={[percentWords, words].filter(Boolean).join(': ')}
      >
        {percent === undefined ? (
          <div className={styles.unknown} />
        ) : (
          <div className={styles.fill} style={{ width: `${percent}%` }} />
        )}
      </div>
      <Text as="div" variant="body-small" color="secondary">
        {[percentWords, words].filter(Boolean).join(' · ')}
        {note && ` (${note})`}
      </Text>
    </Flex>
  );
}
