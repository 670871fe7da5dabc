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
  RiDraftLine,
  RiHourglassLine,
  RiLoopRightLine,
  RiPauseCircleLine,
  RiQuestionLine,
  RiSkipForwardLine,
  RiTimeLine,
} from '@remixicon/react';
import { StateChip, StateLook } from './StateChip';

export const rolloutLooks: Record<MoskViews.RolloutState, StateLook> = {
  queued: { word: 'Queued', tone: 'neutral', icon: RiTimeLine },
  running: { word: 'Running', tone: 'info', icon: RiLoopRightLine },
  stalled: { word: 'Stalled', tone: 'warning', icon: RiHourglassLine },
  paused: { word: 'Paused', tone: 'warning', icon: RiPauseCircleLine },
  done: { word: 'Done', tone: 'success', icon: RiCheckboxCircleLine },
  failed: { word: 'Failed', tone: 'danger', icon: RiCloseCircleLine },
  overtaken: { word: 'Overtaken', tone: 'neutral', icon: RiSkipForwardLine },
  drafted: { word: 'Draft', tone: 'neutral', icon: RiDraftLine },
};

export function RolloutChip({ state }: { state: MoskViews.RolloutState }) {
  return (
    <StateChip
      {...(rolloutLooks[state] ?? {
        word: 'Unknown',
        tone: 'neutral',
        icon: RiQuestionLine,
      })}
    />
  );
}
