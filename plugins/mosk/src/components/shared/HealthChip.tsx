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
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiLoopRightLine,
  RiQuestionLine,
} from '@remixicon/react';
import { StateChip, StateLook } from './StateChip';

export const healthLooks: Record<MoskViews.HealthState, StateLook> = {
  healthy: { word: 'Healthy', tone: 'success', icon: RiCheckboxCircleLine },
  progressing: { word: 'Changing', tone: 'info', icon: RiLoopRightLine },
  degraded: { word: 'Degraded', tone: 'warning', icon: RiErrorWarningLine },
  failed: { word: 'Failed', tone: 'danger', icon: RiCloseCircleLine },
  unknown: { word: 'Unknown', tone: 'neutral', icon: RiQuestionLine },
};

export interface HealthChipProps {
  state: MoskViews.HealthState;
  /** What it was when the cloud was last heard of: it looks unknown, as it is. */
  lastKnown?: boolean;
}

export function HealthChip({ state, lastKnown }: HealthChipProps) {
  const look = healthLooks[state] ?? healthLooks.unknown;
  if (lastKnown && state !== 'unknown') {
    return (
      <StateChip
        {...healthLooks.unknown}
        word={`Unknown, was ${look.word.toLocaleLowerCase('en-US')}`}
      />
    );
  }
  return <StateChip {...look} />;
}
