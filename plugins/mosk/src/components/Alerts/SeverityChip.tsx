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
  RiAlarmWarningLine,
  RiAlertLine,
  RiErrorWarningLine,
  RiInformationLine,
  RiQuestionLine,
} from '@remixicon/react';
import { StateChip, StateLook } from '../shared/StateChip';

/** The worst first. */
export const severityLooks: Record<MoskViews.AlertSeverity, StateLook> = {
  critical: { word: 'Critical', tone: 'danger', icon: RiAlarmWarningLine },
  major: { word: 'Major', tone: 'danger', icon: RiErrorWarningLine },
  minor: { word: 'Minor', tone: 'warning', icon: RiErrorWarningLine },
  warning: { word: 'Warning', tone: 'warning', icon: RiAlertLine },
  informational: { word: 'Information', tone: 'info', icon: RiInformationLine },
  unknown: {
    word: 'Unknown severity',
    tone: 'neutral',
    icon: RiQuestionLine,
  },
};

export function SeverityChip({
  severity,
}: {
  severity: MoskViews.AlertSeverity;
}) {
  return <StateChip {...(severityLooks[severity] ?? severityLooks.unknown)} />;
}
