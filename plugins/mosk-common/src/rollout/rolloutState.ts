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

import { ObservationPhase, RolloutState } from './types';

const stateOfPhase: Record<
  Exclude<ObservationPhase, 'unknown'>,
  RolloutState
> = {
  draft: 'drafted',
  queued: 'queued',
  progressing: 'running',
  retrying: 'stalled',
  settling: 'running',
  paused: 'paused',
  done: 'done',
  failed: 'failed',
  gone: 'done',
};

/**
 * State that an observation calls for. What cannot be told leaves the state as it was.
 */
export function rolloutStateOf(
  phase: ObservationPhase,
  previous: RolloutState | undefined,
): RolloutState {
  return phase === 'unknown' ? previous ?? 'queued' : stateOfPhase[phase];
}

/**
 * True for a state that a rollout never leaves.
 * @public
 */
export function isFinalRolloutState(state: RolloutState): boolean {
  return ['done', 'failed', 'overtaken', 'drafted'].includes(state);
}
