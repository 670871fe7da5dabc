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

import { Duration } from '../timing';
import { SimulationContext } from './context';

interface Work {
  pending: boolean;
  waiting?: AbortController;
  done: Promise<void>;
}

/** Runs a task for each key, never twice at a time: what comes during a run makes it run once more. */
export class KeyedWorker {
  readonly #works = new Map<string, Work>();

  constructor(
    private readonly context: SimulationContext,
    /** Resolves with when to run again without being woken; undefined for not at all. */
    private readonly run: (key: string) => Promise<Duration | undefined>,
    /** When to run again after an error. */
    private readonly retry: Duration,
  ) {}

  /** Runs the task of a key now, or once more after its current run. */
  wake(key: string): void {
    const known = this.#works.get(key);
    if (known) {
      known.pending = true;
      known.waiting?.abort();
      return;
    }
    const work: Work = { pending: true, done: Promise.resolve() };
    this.#works.set(key, work);
    work.done = this.#loop(key, work).finally(() => this.#works.delete(key));
  }

  wakeAll(): void {
    for (const key of this.#works.keys()) {
      this.wake(key);
    }
  }

  /** Resolves when the context ended and nothing runs any more. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#works.values()].map(({ done }) => done));
  }

  async #loop(key: string, work: Work): Promise<void> {
    const { signal, log } = this.context;
    while (work.pending && !signal.aborted) {
      work.pending = false;
      const next = await this.run(key).catch(error => {
        if (!signal.aborted) {
          log(`${key}: ${error}`);
        }
        return this.retry;
      });
      if (next && !work.pending && !signal.aborted) {
        await this.#wait(work, next);
        work.pending = true;
      }
    }
  }

  async #wait(work: Work, duration: Duration): Promise<void> {
    work.waiting = new AbortController();
    const signal = AbortSignal.any([this.context.signal, work.waiting.signal]);
    // Woken or ended: either way the waiting is over.
    await this.context.pause(duration, signal).catch(() => {});
    work.waiting = undefined;
  }
}
