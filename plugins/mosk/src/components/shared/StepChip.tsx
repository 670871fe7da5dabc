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
  RiDeleteBinLine,
  RiHeartPulseLine,
  RiLoopRightLine,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import { StateChip, StateLook } from './StateChip';

export const stepLooks: Record<MoskViews.StepState, StateLook> = {
  waiting: { word: 'Waiting', tone: 'neutral', icon: RiTimeLine },
  running: { word: 'Running', tone: 'info', icon: RiLoopRightLine },
  settling: { word: 'Becoming ready', tone: 'info', icon: RiHeartPulseLine },
  done: { word: 'Done', tone: 'success', icon: RiCheckboxCircleLine },
  failed: { word: 'Failed', tone: 'danger', icon: RiCloseCircleLine },
  removing: { word: 'Being removed', tone: 'warning', icon: RiDeleteBinLine },
  removed: { word: 'Removed', tone: 'neutral', icon: RiDeleteBinLine },
  unknown: { word: 'Unknown', tone: 'neutral', icon: RiQuestionLine },
};

export function StepChip({ state }: { state: MoskViews.StepState }) {
  return <StateChip {...(stepLooks[state] ?? stepLooks.unknown)} />;
}
