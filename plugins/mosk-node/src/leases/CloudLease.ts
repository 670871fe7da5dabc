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
import { LeaseProof, LeaseRecord, LeaseStore } from './types';

/** @public */
export interface CloudLeaseOptions {
  cloud: string;
  /** Differs for each start of each replica. */
  holder: string;
  store: LeaseStore;
  /** How long a lease that nobody renews is respected. Milliseconds. */
  duration: number;
  logger: LoggerService;
  /** Milliseconds of a clock that never goes back. */
  monotonic?: () => number;
  onAcquired?(proof: LeaseProof): void;
  onLost?(): void;
}

/**
 * Holds the right to write for one cloud, or waits until the replica that has it goes away. Either started, so that it
 * keeps itself, or asked for by {@link CloudLease.hold}, at least three times in its duration.
 * @public
 */
export class CloudLease {
  private held = false;
  private renewedAt = 0;
  private seen?: { record: LeaseRecord; since: number };
  private timer?: NodeJS.Timeout;
  private stopped = false;
  private turn: Promise<void> = Promise.resolve();

  static create(options: CloudLeaseOptions): CloudLease {
    return new CloudLease(options);
  }

  private constructor(private readonly options: CloudLeaseOptions) {}

  start(): void {
    this.schedule(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.turn;
    if (this.held) {
      this.lose();
      await this.options.store
        .release(this.options.cloud, this.options.holder)
        .catch(error => this.report('released', error));
    }
  }

  /** Takes or renews the lease; false while another replica holds it. */
  async hold(): Promise<boolean> {
    await (this.held ? this.renew() : this.tryTake());
    return this.held;
  }

  /** One round; public so that tests need no clock. */
  async tick(): Promise<void> {
    try {
      await this.hold();
    } catch (error) {
      this.report(this.held ? 'renewed' : 'taken', error);
      if (this.held && this.now() - this.renewedAt >= this.options.duration) {
        this.lose();
      }
    }
  }

  private async renew(): Promise<void> {
    const { store, cloud, holder } = this.options;
    const asked = this.now();
    if (await store.renew(cloud, holder)) {
      this.renewedAt = asked;
    } else {
      this.lose();
    }
  }

  private async tryTake(): Promise<void> {
    const { store, cloud, holder, duration } = this.options;
    const record = await store.read(cloud);
    const now = this.now();
    if (
      record &&
      (this.seen?.record.holder !== record.holder ||
        this.seen.record.renewals !== record.renewals)
    ) {
      this.seen = { record, since: now };
    }
    const free = !record?.holder || now - (this.seen?.since ?? now) >= duration;
    if (free && (await store.take(cloud, holder, record)) && !this.stopped) {
      this.held = true;
      this.renewedAt = now;
      this.seen = undefined;
      this.options.onAcquired?.({ cloud, holder });
    }
  }

  private lose(): void {
    this.held = false;
    this.options.onLost?.();
  }

  private schedule(delay: number): void {
    this.timer = setTimeout(() => {
      this.turn = this.tick().then(() => {
        if (!this.stopped) {
          this.schedule(this.options.duration / 3);
        }
      });
    }, delay);
  }

  private now(): number {
    return this.options.monotonic?.() ?? performance.now();
  }

  private report(what: string, error: unknown): void {
    this.options.logger.warn(
      `The lease of cloud ${this.options.cloud} could not be ${what}: ${error}`,
    );
  }
}
