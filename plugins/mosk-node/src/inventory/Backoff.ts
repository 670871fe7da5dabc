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

/** Delays that grow with each failure in a row: full jitter, never less than the server asked for. */
export class Backoff {
  private failures = 0;

  private constructor(
    private readonly options: { initial: number; max: number },
    private readonly random: () => number,
  ) {}

  static create(
    options: { initial: number; max: number },
    random: () => number = Math.random,
  ): Backoff {
    return new Backoff(options, random);
  }

  /** The delay before the next attempt, in milliseconds. */
  next(retryAfterMs = 0): number {
    const { initial, max } = this.options;
    const ceiling = Math.min(max, initial * 2 ** this.failures);
    this.failures = Math.min(this.failures + 1, 30);
    return Math.round(retryAfterMs + this.random() * ceiling);
  }

  reset(): void {
    this.failures = 0;
  }
}
