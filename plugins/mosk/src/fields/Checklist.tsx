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
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import lists from '../components/shared/lists.module.css';
import { StateChip, StateLook } from '../components/shared/StateChip';

const looks: Record<'passed' | 'failed' | 'unknown', StateLook> = {
  passed: { word: 'Passed', tone: 'success', icon: RiCheckboxCircleLine },
  failed: { word: 'Failed', tone: 'danger', icon: RiCloseCircleLine },
  unknown: { word: 'Unknown', tone: 'neutral', icon: RiQuestionLine },
};

export function Checklist({
  items,
}: {
  items: MoskViews.UpgradeOptions['checklist'];
}) {
  return (
    <ul className={lists.plain} aria-label="Before the upgrade">
      {items.map(({ id, title, state, message }) => (
        <li key={id}>
          <Flex gap="2" align="start" style={{ flexWrap: 'wrap' }}>
            <StateChip {...(looks[state] ?? looks.unknown)} />
            <Text as="span">
              {title}
              {message && ` (${message})`}
            </Text>
          </Flex>
        </li>
      ))}
    </ul>
  );
}
