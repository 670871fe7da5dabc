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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { isOnlyOutOfReach } from '../shared/outOfReach';
import { isChanging } from '../shared/isUnwell';

/** `Nothing: all 33 components are healthy.`, said only as surely as it is known. */
export function nothingUnwell(
  components: MoskViews.ComponentSummary[],
  isLive: boolean,
): string {
  if (components.some(isOnlyOutOfReach)) {
    return 'Nothing is known while the cloud is not heard from.';
  }
  const changing = components.filter(isChanging).length;
  const healthy = components.length - changing;
  if (changing) {
    return `Nothing: ${changing} changing, ${healthy} healthy.`;
  }
  const parts =
    healthy === 1 ? 'the one component' : `all ${healthy} components`;
  if (!isLive) {
    return `Nothing when last heard of: ${parts} ${
      healthy === 1 ? 'was' : 'were'
    } healthy.`;
  }
  return `Nothing: ${parts} ${healthy === 1 ? 'is' : 'are'} healthy.`;
}
