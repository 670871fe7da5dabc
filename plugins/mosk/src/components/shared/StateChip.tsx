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

import { RemixiconComponentType } from '@remixicon/react';
import { ReactNode } from 'react';
import styles from './StateChip.module.css';

export type Tone = 'success' | 'info' | 'warning' | 'danger' | 'neutral';

export interface StateLook {
  word: string;
  tone: Tone;
  icon: RemixiconComponentType;
}

export type StateChipProps = Omit<StateLook, 'word'> & { word: ReactNode };

/** A state as a word, an icon and a colour, never colour alone. */
export function StateChip({ word, tone, icon: Icon }: StateChipProps) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      <Icon aria-hidden />
      {word}
    </span>
  );
}
