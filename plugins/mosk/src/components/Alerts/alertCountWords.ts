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
import { severityLooks } from './SeverityChip';

/** `2 critical, 1 warning`; undefined where alerts are not known, which is not none. */
export function alertCountWords(
  counts: MoskViews.AlertCounts | undefined,
): string | undefined {
  if (!counts) {
    return undefined;
  }
  const severities = Object.keys(severityLooks) as MoskViews.AlertSeverity[];
  return (
    severities
      .filter(severity => counts[severity] > 0)
      .map(
        severity =>
          `${counts[severity]} ${severityLooks[severity].word.toLocaleLowerCase(
            'en-US',
          )}`,
      )
      .join(', ') || 'none firing'
  );
}
