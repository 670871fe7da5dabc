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

import { CircuitOpenError } from './CircuitBreaker';
import { asStackLightError } from './StackLightError';
import { Answer } from './types';

/** Answers, good or bad, are good for so long, in milliseconds. */
const lifetime = 15_000;
/** More are not kept; the oldest go first. */
const mostKept = 500;

/** One request for all who ask the same within a short time. */
export class SharedAnswers {
  private readonly kept = new Map<
    string,
    { answer: Promise<Answer<any>>; until: number }
  >();

  private constructor(private readonly now: () => number) {}

  static create(options: { now?: () => number } = {}): SharedAnswers {
    return new SharedAnswers(options.now ?? Date.now);
  }

  /** Never throws. */
  get<T>(key: string, ask: () => Promise<T>): Promise<Answer<T>> {
    const known = this.kept.get(key);
    if (known && this.now() < known.until) {
      return known.answer;
    }
    // Under way it stays the one, however long it takes.
    const entry = { answer: this.ask(ask), until: Infinity };
    this.kept.delete(key);
    this.kept.set(key, entry);
    entry.answer.finally(() => {
      entry.until = this.now() + lifetime;
    });
    for (const oldest of [...this.kept.keys()].slice(0, -mostKept)) {
      this.kept.delete(oldest);
    }
    return entry.answer;
  }

  private async ask<T>(ask: () => Promise<T>): Promise<Answer<T>> {
    try {
      return { value: await ask(), asOf: new Date(this.now()) };
    } catch (error) {
      return {
        error: asStackLightError(error),
        nextAttemptAt:
          error instanceof CircuitOpenError ? error.nextAttemptAt : undefined,
      };
    }
  }
}
