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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Backoff } from '../database/Backoff';
import { OutboxMessage, OutboxSink, OutboxStore } from './types';

const batchSize = 100;

export interface OutboxDispatcherOptions<M = OutboxMessage> {
  cloud: string;
  store: OutboxStore;
  sink: OutboxSink<M>;
  logger: LoggerService;
  backoff?: Backoff;
}

/**
 * Brings what stands in the outbox of one cloud to one receiver: woken by each commit, and once at
 * its start for what an earlier process left behind.
 */
export class OutboxDispatcher<M = OutboxMessage> {
  private running?: Promise<void>;
  private again = false;
  private stopped = false;
  private timer?: NodeJS.Timeout;

  static create<M>(options: OutboxDispatcherOptions<M>): OutboxDispatcher<M> {
    return new OutboxDispatcher(options, options.backoff ?? new Backoff());
  }

  private constructor(
    private readonly options: OutboxDispatcherOptions<M>,
    private readonly backoff: Backoff,
  ) {}

  /** Looks for messages now, or right after the look that is going on. */
  wake(): void {
    if (this.stopped) {
      return;
    }
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async drain(): Promise<void> {
    const { store, sink, cloud, logger } = this.options;
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        const entries = await store.next<M>(cloud, sink.name, batchSize);
        if (entries.length > 0) {
          await sink.deliver(entries);
          await store.remove(entries.map(entry => entry.id));
          this.again = true;
        }
        this.backoff.reset();
      } catch (error) {
        const delay = this.backoff.next();
        logger.warn(
          `News of cloud ${cloud} could not be given to ${
            sink.name
          }, tried again in ${Math.round(delay / 1000)} s: ${error}`,
        );
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.wake(), delay);
        return;
      }
    }
  }
}
