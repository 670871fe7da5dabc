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

import { SignalApi } from '@backstage/plugin-signals-react';
import {
  MOSK_SIGNALS_CHANNEL,
  MoskChangeSignal,
  MoskSignal,
} from '@mosk-portal/plugin-mosk-common';

/** `off`: the portal has no signals. `starting`: nothing heard yet, and not late either. */
export type LiveState = 'off' | 'starting' | 'live' | 'broken';

const FIRST_INTERVAL_MS = 30_000;
/** Within this time the portal has nearly always subscribed a page, of which it does not tell. */
const SUBSCRIBED_MS = 5_000;

export interface LiveConnectionOptions {
  signals: SignalApi | undefined;
  onChange(signal: MoskChangeSignal): void;
  /** Something may have been missed. */
  onGap(): void;
  onState(state: LiveState, lastHeardAt: number): void;
}

/**
 * Listens for news and for the heartbeat. Signals are neither replayed nor confirmed, so silence for twice the interval
 * is the only sign of a broken connection, after which anything may have been missed. What a shorter break swallowed
 * shows in the count of changes that each process of the backend sends along.
 */
export class LiveConnection {
  private intervalMs = FIRST_INTERVAL_MS;
  private lastHeardAt = Date.now();
  private state: LiveState = 'starting';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly changes = new Map<string, number>();

  static start(options: LiveConnectionOptions): () => void {
    if (!options.signals) {
      options.onState('off', Date.now());
      return () => {};
    }
    const connection = new LiveConnection(options);
    const { unsubscribe } = options.signals.subscribe<MoskSignal>(
      MOSK_SIGNALS_CHANNEL,
      signal => connection.hear(signal),
    );
    connection.watch();
    const subscribed = setTimeout(() => connection.askUnheard(), SUBSCRIBED_MS);
    return () => {
      unsubscribe();
      clearTimeout(connection.timer);
      clearTimeout(subscribed);
    };
  }

  private constructor(private readonly options: LiveConnectionOptions) {}

  private hear(signal: MoskSignal) {
    // Pages read before the portal has subscribed them, which takes seconds at times: what came between was missed.
    const first = this.state === 'starting';
    const mayHaveMissed = this.isBehind(signal) || first || this.isQuiet();
    this.lastHeardAt = Date.now();
    if (signal.type === 'heartbeat') {
      this.intervalMs = signal.intervalSeconds * 1000;
    }
    if (mayHaveMissed) {
      this.options.onGap();
    } else if (signal.type === 'change') {
      this.options.onChange(signal);
    }
    this.setState('live');
    this.watch();
  }

  /** Takes the signal's count, and tells whether changes before it did not come. */
  private isBehind({ type, count }: MoskSignal) {
    if (!count) {
      return false;
    }
    const known = this.changes.get(count.by);
    this.changes.set(count.by, Math.max(count.changes, known ?? 0));
    const before = type === 'change' ? count.changes - 1 : count.changes;
    // A process not heard of before may have told much meanwhile, and the one before it too.
    return known === undefined || before > known;
  }

  /** What changed between the first answers and the subscription would else wait for the first heartbeat. */
  private askUnheard() {
    if (this.state === 'starting') {
      this.options.onGap();
    }
  }

  private isQuiet() {
    return Date.now() - this.lastHeardAt > 2 * this.intervalMs;
  }

  private watch() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.isQuiet() && this.state !== 'broken') {
        this.setState('broken');
        this.options.onGap();
      }
    }, 2 * this.intervalMs + 100);
  }

  private setState(state: LiveState) {
    this.state = state;
    this.options.onState(state, this.lastHeardAt);
  }
}
