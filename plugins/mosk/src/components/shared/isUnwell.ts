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

/** From what needs a person first to what needs nobody. */
export const healthOrder: readonly MoskViews.HealthState[] = [
  'failed',
  'degraded',
  'unknown',
  'progressing',
  'healthy',
];

/** What is being changed by a rollout is not well yet, but nobody has to look at it for that. */
export const isChanging = (part: { state: MoskViews.HealthState }) =>
  part.state === 'progressing';

export const isUnwell = (part: { state: MoskViews.HealthState }) =>
  part.state !== 'healthy' && !isChanging(part);

export function compareHealth(
  a: { state: MoskViews.HealthState },
  b: { state: MoskViews.HealthState },
): number {
  return healthOrder.indexOf(a.state) - healthOrder.indexOf(b.state);
}
