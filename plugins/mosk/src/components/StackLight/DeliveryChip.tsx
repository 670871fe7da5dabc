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

import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import { StateChip } from '../shared/StateChip';

/** Whether notifications arrive; undefined where nobody can tell. */
export function DeliveryChip({ failing }: { failing: boolean | undefined }) {
  if (failing === undefined) {
    return <StateChip word="Not known" tone="neutral" icon={RiQuestionLine} />;
  }
  return failing ? (
    <StateChip word="Fails" tone="danger" icon={RiErrorWarningLine} />
  ) : (
    <StateChip
      word="None fails now"
      tone="success"
      icon={RiCheckboxCircleLine}
    />
  );
}
