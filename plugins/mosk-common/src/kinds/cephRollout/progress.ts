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

import { RolloutProgress, StepObservation } from '../../rollout/types';
import { Facts } from './facts';
import { Position } from './position';
import { countApplied } from './steps';

/** Two halves: how far the operator came in its order, and daemons that are ready. */
export function readProgress(
  { daemons }: Facts,
  position: Position,
  isNew: boolean,
  steps: readonly StepObservation[],
): RolloutProgress {
  const applied = countApplied(steps);
  const ready = {
    done: daemons.reduce(
      (sum, daemon) => sum + Math.min(daemon.ready, daemon.wanted),
      0,
    ),
    total: daemons.reduce((sum, { wanted }) => sum + wanted, 0),
  };
  const parts = [
    { label: 'Parts applied', ...applied },
    ...(ready.total > 0 ? [{ label: 'Daemons ready', ...ready }] : []),
  ];
  if (position === 'applied') {
    return { fraction: 1, parts };
  }
  if (['waiting', 'refused', 'invalid', 'unknown'].includes(position)) {
    return { fraction: position === 'unknown' ? undefined : 0, parts: [] };
  }
  const [ofParts, ofDaemons] = [shareOf(applied), shareOf(ready)];
  if (ready.total === 0) {
    return { fraction: ofParts, parts };
  }
  return {
    // Daemons of a cluster that stands already were ready before, so they are no progress of a change.
    fraction: isNew ? (ofParts + ofDaemons) / 2 : ofParts * ofDaemons,
    parts,
  };
}

function shareOf({ done, total }: { done: number; total: number }): number {
  return total > 0 ? done / total : 0;
}
