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

import { Backoff } from './Backoff';

/**
 * Stands between one cloud and all that want to reach it. While the cloud is down one attempt at a time is let
 * through, and the first that succeeds lets in all others, so that an outage costs little and ends for all at once.
 */
export class AttemptGate {
  private closedUntil: number | undefined;
  private probing = false;
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly backoff: Backoff) {}

  static create(backoff: Backoff): AttemptGate {
    return new AttemptGate(backoff);
  }

  /** Resolves when an attempt may be made, or the signal ends. */
  async enter(signal: AbortSignal): Promise<void> {
    while (this.closedUntil !== undefined && !signal.aborted) {
      const rest = this.closedUntil - Date.now();
      if (rest <= 0 && !this.probing) {
        this.probing = true;
        return;
      }
      await this.change(rest > 0 ? rest : undefined, signal);
    }
  }

  /** The cloud answered. */
  open(): void {
    this.closedUntil = undefined;
    this.probing = false;
    this.backoff.reset();
    this.wake();
  }

  /** The cloud could not be reached; returns when the next attempt is due. */
  close(retryAfterMs?: number): number {
    if (this.closedUntil === undefined || this.probing) {
      this.probing = false;
      this.closedUntil = Date.now() + this.backoff.next(retryAfterMs);
      this.wake();
    }
    return this.closedUntil;
  }

  /** Who entered leaves without having found out. */
  leave(): void {
    this.probing = false;
    this.wake();
  }

  private wake(): void {
    [...this.waiting].forEach(resolve => resolve());
  }

  private async change(ms: number | undefined, signal: AbortSignal) {
    let timer: NodeJS.Timeout | undefined;
    let done = () => {};
    await new Promise<void>(resolve => {
      done = resolve;
      this.waiting.add(resolve);
      signal.addEventListener('abort', done, { once: true });
      if (ms !== undefined) {
        timer = setTimeout(resolve, ms);
        timer.unref();
      }
    });
    clearTimeout(timer);
    this.waiting.delete(done);
    signal.removeEventListener('abort', done);
  }
}
