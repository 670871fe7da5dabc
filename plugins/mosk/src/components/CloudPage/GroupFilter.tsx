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

import { Flex, ToggleButton } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { countGroups, groupWords } from './groups';

export interface GroupFilterProps {
  components: MoskViews.ComponentSummary[];
  chosen: string | undefined;
  onChoose(group: string | undefined): void;
}

/** Groups with their counts; one pressed shows only that group. */
export function GroupFilter(props: GroupFilterProps) {
  const { components, chosen, onChoose } = props;
  return (
    <Flex
      gap="2"
      role="group"
      aria-label="Show a group"
      style={{ flexWrap: 'wrap' }}
    >
      {countGroups(components).map(count => (
        <ToggleButton
          key={count.group}
          size="small"
          isSelected={chosen === count.group}
          onChange={pressed => onChoose(pressed ? count.group : undefined)}
        >
          {`${count.title}: ${groupWords(count)}`}
        </ToggleButton>
      ))}
    </Flex>
  );
}
