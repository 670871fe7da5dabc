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

const DEFAULT_TIMEOUT_MS = 120_000;

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}

/** Asks again and again, until there is an answer; resolves with the moment of it too. */
export async function until<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  options: { what: string; everyMs: number; timeoutMs?: number },
): Promise<{ answer: T; at: number }> {
  const { what, everyMs, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) {
      return { answer, at: Date.now() };
    }
    await pause(everyMs);
  }
  throw new Error(`Not within ${timeoutMs / 1000} s: ${what}`);
}
