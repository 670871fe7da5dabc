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

import { percentile } from './percentile';
import { ReportRow } from './types';

/** Rows of p50 and p95 for durations in milliseconds. */
export function latencyRows(options: {
  what: string;
  beside: string;
  durations: readonly number[];
  besideDurations: readonly number[];
}): ReportRow[] {
  const { what, beside, durations, besideDurations } = options;
  return [0.5, 0.95].map(share => {
    const value = percentile(durations, share);
    const other = percentile(besideDurations, share);
    return {
      what: `${what}, p${share * 100} of ${durations.length}`,
      value: `${Math.round(value)} ms`,
      beside,
      besideValue: `${Math.round(other)} ms`,
      ratio: value / other,
    };
  });
}
