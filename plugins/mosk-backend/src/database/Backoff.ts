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

/** Growing pauses with full jitter between attempts. */
export class Backoff {
  private attempts = 0;

  constructor(
    private readonly first = 1_000,
    private readonly longest = 60_000,
    private readonly random: () => number = Math.random,
  ) {}

  /** Milliseconds to wait before the next attempt. */
  next(): number {
    const ceiling = Math.min(this.longest, this.first * 2 ** this.attempts);
    this.attempts += 1;
    return ceiling * (0.1 + 0.9 * this.random());
  }

  reset(): void {
    this.attempts = 0;
  }
}
