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

import { pause } from '../pause';

const statusOf = (error: unknown): number | undefined =>
  (error as { statusCode?: number } | undefined)?.statusCode;

export const isNotFound = (error: unknown) => statusOf(error) === 404;
export const isAlreadyThere = (error: unknown) => statusOf(error) === 409;

/** What a second try cannot change. */
const isFinal = (error: unknown) => [404, 422].includes(statusOf(error) ?? 0);

/** Repeats a write through conflicts, refusals and outages until it succeeds or the signal ends it. */
export async function persist<T>(
  signal: AbortSignal,
  write: () => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await write();
    } catch (error) {
      if (signal.aborted || isFinal(error)) throw error;
    }
    await pause(Math.min(50 * 2 ** attempt, 1_000), signal);
  }
}
