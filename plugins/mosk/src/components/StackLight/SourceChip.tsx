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
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import { StateChip, StateLook } from '../shared/StateChip';

const looks: Record<MoskViews.StackLightState, StateLook> = {
  live: { word: 'Answers', tone: 'success', icon: RiCheckboxCircleLine },
  unreachable: {
    word: 'Does not answer',
    tone: 'warning',
    icon: RiErrorWarningLine,
  },
  unauthorized: {
    word: 'Refuses the portal',
    tone: 'warning',
    icon: RiErrorWarningLine,
  },
  misconfigured: {
    word: 'Configured wrongly',
    tone: 'warning',
    icon: RiErrorWarningLine,
  },
  'not-configured': {
    word: 'Not configured',
    tone: 'neutral',
    icon: RiQuestionLine,
  },
};

/** Whether a program of StackLight answers the portal. */
export function SourceChip({ state }: { state: MoskViews.StackLightState }) {
  return <StateChip {...looks[state]} />;
}
