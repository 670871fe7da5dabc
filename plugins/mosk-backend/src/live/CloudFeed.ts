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
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  MOSK_SIGNALS_CHANNEL,
  MoskChangeSignal,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { CloudViews } from '../clouds/CloudViews';
import { CloudView, HealthMemory } from '../clouds/types';
import { Backoff } from '../database/Backoff';

/** A burst of changes becomes one signal after this pause. Milliseconds. */
const pause = 200;

/**
 * Tells open pages that what this replica answers about a cloud has changed. Every replica does so
 * for itself, as a page that is told too early would fetch the old answer from another one.
 */
export class CloudFeed {
  private unsubscribe?: () => void;
  private timer?: NodeJS.Timeout;
  private told?: string;
  private writes = false;
  private turn: Promise<void> = Promise.resolve();
  private readonly backoff = new Backoff();

  static create(options: {
    cloud: MoskCloud;
    views: CloudViews;
    memory: HealthMemory;
    signals: SignalsService;
    logger: LoggerService;
  }): CloudFeed {
    return new CloudFeed(options);
  }

  private constructor(
    private readonly options: Parameters<typeof CloudFeed.create>[0],
  ) {}

  start(): void {
    this.unsubscribe = this.options.cloud.subscribe(() => this.soon());
    this.soon();
  }

  /** Whether this replica may write for the cloud. */
  setWriting(writes: boolean): void {
    this.writes = writes;
    // In turn, as a telling that is going on would count as told what it did not remember.
    this.turn = this.turn.then(() => {
      this.told = undefined;
      this.soon();
    });
  }

  /** A rollout of the cloud was written: its parts may be on their way now. */
  rolloutsChanged(): void {
    this.soon();
  }

  /** Somebody who looked found other alerts than before: those who look, too, shall see them. */
  alertsChanged(): void {
    this.told = undefined;
    this.soon();
  }

  async stop(): Promise<void> {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    clearTimeout(this.timer);
    await this.turn;
    clearTimeout(this.timer);
  }

  private soon(delay = pause): void {
    if (!this.unsubscribe) {
      return;
    }
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.turn = this.turn.then(() => this.tell());
    }, delay);
  }

  private async tell(): Promise<void> {
    const { cloud, views, signals, logger } = this.options;
    try {
      const view = await views.of(cloud);
      if (view.revision === this.told) {
        return;
      }
      await this.remember(view);
      await signals.publish<MoskChangeSignal>({
        recipients: { type: 'broadcast' },
        channel: MOSK_SIGNALS_CHANNEL,
        message: {
          type: 'change',
          cloud: cloud.name,
          revision: view.revision,
        },
      });
      this.told = view.revision;
      this.backoff.reset();
    } catch (error) {
      logger.warn(
        `News of cloud ${cloud.name} did not reach the open pages: ${error}`,
      );
      this.soon(this.backoff.next());
    }
  }

  private async remember(view: CloudView): Promise<void> {
    // An old snapshot tells no change of health, only that we do not know.
    if (this.writes && view.snapshot.connection.state === 'live') {
      await this.options.memory.record(
        view.cloud.name,
        view.health,
        new Date(),
      );
    }
  }
}
