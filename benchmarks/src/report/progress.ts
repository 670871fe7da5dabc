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

import { ReportRow } from './types';

/** Tells the person who waits; the table alone goes to the standard output. */
export function progress(text: string): void {
  const at = new Date().toISOString().slice(11, 19);
  process.stderr.write(`${at} ${text}\n`);
}

/** Rows as soon as there are any: what comes later may fail. */
export function rowsSoFar(rows: ReportRow[]): ReportRow[] {
  for (const { what, value, beside, besideValue } of rows) {
    progress(`  ${what}: ${value} (${beside}: ${besideValue})`);
  }
  return rows;
}
