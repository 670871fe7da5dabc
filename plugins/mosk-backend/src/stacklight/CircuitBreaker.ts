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

import { asStackLightError, StackLightError } from './StackLightError';

/** So many failures one after the other, and nothing is asked for a while. */
const mostFailures = 3;
/** For so long at first, then twice as long each time, up to the longest. Milliseconds. */
const firstPause = 15_000;
const longestPause = 120_000;

/** Thrown in place of asking. */
export class CircuitOpenError extends StackLightError {
  constructor(readonly last: StackLightError, readonly nextAttemptAt: Date) {
    super(last.failure, last.message);
  }
}

/**
 * Leaves a service alone that failed several times, so that nobody waits for it in vain, and lets one
 * request try it again after a pause.
 */
export class CircuitBreaker {
  private failures = 0;
  private pauses = 0;
  private open?: { last: StackLightError; until: number };
  private trying = false;

  private constructor(private readonly now: () => number) {}

  static create(options: { now?: () => number } = {}): CircuitBreaker {
    return new CircuitBreaker(options.now ?? Date.now);
  }

  /** When it is tried again; undefined while it may be asked. */
  get nextAttemptAt(): Date | undefined {
    return this.open && new Date(this.open.until);
  }

  async run<T>(ask: () => Promise<T>): Promise<T> {
    const { open } = this;
    if (open && (this.now() < open.until || this.trying)) {
      throw new CircuitOpenError(open.last, new Date(open.until));
    }
    this.trying = Boolean(open);
    try {
      const value = await ask();
      this.failures = 0;
      this.pauses = 0;
      this.open = undefined;
      return value;
    } catch (error) {
      this.failed(asStackLightError(error));
      throw error;
    } finally {
      this.trying = false;
    }
  }

  private failed(last: StackLightError): void {
    this.failures += 1;
    if (this.failures >= mostFailures) {
      const pause = Math.min(firstPause * 2 ** this.pauses, longestPause);
      this.pauses += 1;
      this.open = { last, until: this.now() + pause };
    }
  }
}
