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

let last = 0;

/** A moment as the operator writes it: UTC without a zone, never twice the same. */
export function timestamp(now: Date = new Date()): string {
  // Python has microseconds; ours come from counting writes within one millisecond.
  const micros = Math.max(now.getTime() * 1000, last + 1);
  last = micros;
  const text = new Date(Math.floor(micros / 1000)).toISOString();
  const fraction = String(micros % 1_000_000).padStart(6, '0');
  return `${text.slice(0, 10)} ${text.slice(11, 19)}.${fraction}`;
}
