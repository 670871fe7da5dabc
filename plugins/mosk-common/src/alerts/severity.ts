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

import { Alert, AlertSeverity } from './types';

/**
 * Severities of alerts, the gravest first.
 * @public
 */
export const alertSeverities: readonly AlertSeverity[] = [
  'critical',
  'major',
  'minor',
  'warning',
  'informational',
  'unknown',
];

/**
 * The severity that the label of an alert tells.
 * @public
 */
export function readAlertSeverity(label: string | undefined): AlertSeverity {
  const word = label?.toLowerCase();
  if (word === 'info' || word === 'none') {
    return 'informational';
  }
  return alertSeverities.find(severity => severity === word) ?? 'unknown';
}

const states: ReadonlyArray<Alert['state']> = [
  'firing',
  'inhibited',
  'silenced',
];

/**
 * Compares two alerts: firing ones first, then the graver, then the older.
 * @public
 */
export function compareAlerts(one: Alert, other: Alert): number {
  return (
    states.indexOf(one.state) - states.indexOf(other.state) ||
    alertSeverities.indexOf(one.severity) -
      alertSeverities.indexOf(other.severity) ||
    (one.since ?? '').localeCompare(other.since ?? '') ||
    one.name.localeCompare(other.name) ||
    one.id.localeCompare(other.id)
  );
}

/**
 * How many firing alerts there are of each severity.
 * @public
 */
export function countAlerts(
  alerts: readonly Alert[],
): Record<AlertSeverity, number> {
  const of = (severity: AlertSeverity) =>
    alerts.filter(
      alert => alert.state === 'firing' && alert.severity === severity,
    ).length;
  return {
    critical: of('critical'),
    major: of('major'),
    minor: of('minor'),
    warning: of('warning'),
    informational: of('informational'),
    unknown: of('unknown'),
  };
}
