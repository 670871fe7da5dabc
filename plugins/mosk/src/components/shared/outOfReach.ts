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

const isOutOfReach = ({ code }: MoskViews.HealthReason) =>
  code === 'CloudOutOfReach';

/** Reasons without the one that the banner of the connection tells for the whole page. */
export function reasonsBesideConnection(
  reasons: MoskViews.HealthReason[],
): MoskViews.HealthReason[] {
  return reasons.filter(reason => !isOutOfReach(reason));
}

/** Nothing is known against it but that its cloud is not heard from. */
export function isOnlyOutOfReach(part: {
  state: MoskViews.HealthState;
  reasons: MoskViews.HealthReason[];
}): boolean {
  return (
    part.state === 'unknown' &&
    part.reasons.length > 0 &&
    part.reasons.every(isOutOfReach)
  );
}
