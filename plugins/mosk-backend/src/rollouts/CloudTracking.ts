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
import { KindDefinition, RolloutDelays } from '@mosk-portal/plugin-mosk-common';
import {
  CloudLease,
  LeaseProof,
  LeaseStore,
  MoskCloud,
} from '@mosk-portal/plugin-mosk-node';
import { HealthWatch, HealthWatchOptions } from '../drops/HealthWatch';
import { HealthDropMessage } from '../drops/types';
import { OutboxDispatcher } from '../outbox/OutboxDispatcher';
import { OutboxSink, OutboxStore } from '../outbox/types';
import { RolloutTracker } from './RolloutTracker';
import { RolloutStore } from './types';

export interface CloudTrackingOptions {
  cloud: MoskCloud;
  holder: string;
  definitions: readonly KindDefinition[];
  delays: RolloutDelays;
  /** Milliseconds. */
  leaseDuration: number;
  leases: LeaseStore;
  rollouts: RolloutStore;
  outbox: OutboxStore;
  sinks: readonly OutboxSink[];
  /** Followed beside the rollouts. */
  health: Pick<HealthWatchOptions, 'views' | 'store' | 'delay'> & {
    sink: OutboxSink<HealthDropMessage>;
  };
  logger: LoggerService;
  /** Told whenever the right to write comes or goes. */
  onWriting(writes: boolean): void;
  /** Told after each commit. */
  onWritten(): void;
}

/** Tracks and announces the rollouts of one cloud while this replica holds its lease. */
export class CloudTracking {
  private readonly lease: CloudLease;
  private tracker?: RolloutTracker;
  private health?: HealthWatch;
  private dispatchers: Array<Pick<OutboxDispatcher, 'wake' | 'stop'>> = [];
  private ending: Promise<unknown> = Promise.resolve();

  static create(options: CloudTrackingOptions): CloudTracking {
    return new CloudTracking(options);
  }

  private constructor(private readonly options: CloudTrackingOptions) {
    this.lease = CloudLease.create({
      cloud: options.cloud.name,
      holder: options.holder,
      store: options.leases,
      duration: options.leaseDuration,
      logger: options.logger,
      onAcquired: proof => this.begin(proof),
      onLost: () => this.end(),
    });
  }

  start(): void {
    this.lease.start();
  }

  async stop(): Promise<void> {
    await this.lease.stop();
    await this.ending;
  }

  private begin(proof: LeaseProof): void {
    const { cloud, health, sinks, logger } = this.options;
    const common = { cloud: cloud.name, store: this.options.outbox, logger };
    this.dispatchers = [
      ...sinks.map(sink => OutboxDispatcher.create({ ...common, sink })),
      OutboxDispatcher.create({ ...common, sink: health.sink }),
    ];
    this.health = HealthWatch.create({
      ...health,
      cloud,
      proof,
      rollouts: this.options.rollouts,
      logger,
      onWritten: () => this.wake(),
    });
    this.tracker = RolloutTracker.create({
      cloud,
      proof,
      definitions: this.options.definitions,
      store: this.options.rollouts,
      delays: this.options.delays,
      logger,
      onWritten: () => {
        this.wake();
        // What is being rolled out is on its way, and unwell no longer.
        this.health?.look().catch(() => {});
        this.options.onWritten();
      },
    });
    this.tracker.start();
    this.health.start();
    this.options.onWriting(true);
    this.wake();
  }

  private end(): void {
    this.options.onWriting(false);
    const ended = [this.tracker, this.health, ...this.dispatchers];
    this.tracker = undefined;
    this.health = undefined;
    this.dispatchers = [];
    this.ending = Promise.all([this.ending, ...ended.map(one => one?.stop())]);
  }

  private wake(): void {
    for (const dispatcher of this.dispatchers) {
      dispatcher.wake();
    }
  }
}
