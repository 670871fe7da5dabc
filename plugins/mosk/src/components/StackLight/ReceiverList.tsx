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
import lists from '../shared/lists.module.css';
import { DeliveryChip } from './DeliveryChip';

/** Receivers by name; how they are configured is nobody's business here. */
export function ReceiverList({
  receivers,
}: {
  receivers: MoskViews.AlertReceiver[];
}) {
  if (!receivers.length) {
    return null;
  }
  return (
    <ul className={lists.plain} aria-label="Receivers of alerts">
      {receivers.map(({ name, failing }) => (
        <li key={name}>
          <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
            <Text as="span" weight="bold">
              {name}
            </Text>
            <DeliveryChip failing={failing} />
          </Flex>
        </li>
      ))}
    </ul>
  );
}
