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

/**
 * How much an alert of StackLight matters, the gravest first; `unknown` when it does not tell.
 * @public
 */
export type AlertSeverity =
  | 'critical'
  | 'major'
  | 'minor'
  | 'warning'
  | 'informational'
  | 'unknown';

/**
 * What Alertmanager makes of an alert. Only a firing one says something about health: somebody hid a silenced one, and
 * another alert explains an inhibited one.
 * @public
 */
export type AlertState = 'firing' | 'silenced' | 'inhibited';

/**
 * An alert as Alertmanager has it. Texts are redacted.
 * @public
 */
export interface Alert {
  /** Fingerprint, the same as long as the alert lasts. */
  id: string;
  name: string;
  severity: AlertSeverity;
  state: AlertState;
  /** RFC 3339. */
  since?: string;
  summary?: string;
  description?: string;
  labels: Readonly<Record<string, string>>;
  /** Ids of the alerts that hide it. */
  inhibitedBy: readonly string[];
  /** Where the expression behind it can be looked at. */
  generatorUrl?: string;
}

/**
 * All that is known of the alerts of one cloud.
 * @public
 */
export interface CloudAlerts {
  /** Whether they are those of now; when not, nothing can be concluded from an alert that is not there. */
  known: boolean;
  /** Why they are not known. */
  message?: string;
  /** The alert that always fires: without it no other arrives either. */
  watchdog: 'ok' | 'missing' | 'unknown';
  alerts: readonly Alert[];
}
