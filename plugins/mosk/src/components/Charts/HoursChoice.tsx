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
import { ChartHours } from '../../api';

const choices: ChartHours[] = [1, 6, 24];

/** How far back the charts go. */
export function HoursChoice(props: {
  hours: ChartHours;
  onChoose(hours: ChartHours): void;
}) {
  return (
    <Flex gap="2" role="group" aria-label="How far back">
      {choices.map(hours => (
        <ToggleButton
          key={hours}
          size="small"
          isSelected={hours === props.hours}
          onChange={() => props.onChoose(hours)}
        >
          {`${hours} h`}
        </ToggleButton>
      ))}
    </Flex>
  );
}
