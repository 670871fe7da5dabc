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

import { Rollout } from './types';

/**
 * Median duration in milliseconds of those rollouts that were watched from start to success;
 * undefined when there is none. Pass rollouts of the same kind and cause.
 * @public
 */
export function usualDuration(
  rollouts: ReadonlyArray<Pick<Rollout, 'state' | 'startedAt' | 'endedAt'>>,
): number | undefined {
  const durations = rollouts
    .flatMap(({ state, startedAt, endedAt }) =>
      state === 'done' && endedAt
        ? [Date.parse(endedAt) - Date.parse(startedAt)]
        : [],
    )
    // One that was over when first seen starts and ends at the same moment.
    .filter(duration => duration > 0)
    .sort((left, right) => left - right);
  if (durations.length === 0) {
    return undefined;
  }
  const middle = Math.floor(durations.length / 2);
  return durations.length % 2 === 1
    ? durations[middle]
    : (durations[middle - 1] + durations[middle]) / 2;
}
