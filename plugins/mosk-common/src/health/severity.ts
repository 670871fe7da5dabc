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

import { HealthReason, HealthState } from './types';

const fromBest: readonly HealthState[] = [
  'healthy',
  'progressing',
  'unknown',
  'degraded',
  'failed',
];

/**
 * The worst of these states; healthy when there is none.
 * @public
 */
export function worstHealth(states: readonly HealthState[]): HealthState {
  return states.reduce<HealthState>(
    (worst, state) =>
      fromBest.indexOf(state) > fromBest.indexOf(worst) ? state : worst,
    'healthy',
  );
}

/** The worst reasons first, those of equal weight in the order they were found. */
export function worstFirst(reasons: readonly HealthReason[]): HealthReason[] {
  return [...reasons].sort(
    (left, right) =>
      fromBest.indexOf(right.state) - fromBest.indexOf(left.state),
  );
}

/** True for a state that may be the cause of another's. */
export function isUnwell(state: HealthState): boolean {
  return state === 'failed' || state === 'degraded';
}
