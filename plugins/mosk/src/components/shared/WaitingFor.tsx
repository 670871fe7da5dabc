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
import { RiHourglassLine } from '@remixicon/react';

/** One sentence that names the object and the condition. */
export function WaitingFor({
  waitingFor,
}: {
  waitingFor: MoskViews.WaitingFor | undefined;
}) {
  if (!waitingFor) {
    return null;
  }
  const sentence = /^wait/i.test(waitingFor.sentence)
    ? waitingFor.sentence
    : `Waiting for ${waitingFor.sentence}`;
  return (
    <Flex gap="1" align="center">
      <RiHourglassLine size={16} aria-hidden style={{ flex: 'none' }} />
      <Text as="p">{sentence}</Text>
    </Flex>
  );
}
