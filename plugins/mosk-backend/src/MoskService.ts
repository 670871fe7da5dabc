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

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { kindDefinitions } from '@mosk-portal/plugin-mosk-common';
import { DatabaseLeaseStore, MoskClouds } from '@mosk-portal/plugin-mosk-node';
import { Knex } from 'knex';
import { leaseTable } from './database/leaseTable';
import { CloudViews } from './clouds/CloudViews';
import { DatabaseHealthMemory } from './clouds/DatabaseHealthMemory';
import { HealthMemory } from './clouds/types';
import { MoskBackendConfig } from './config';
import { DatabaseHealthDropStore } from './drops/DatabaseHealthDropStore';
import { CloudFeed } from './live/CloudFeed';
import { Heartbeat } from './live/Heartbeat';
import { DatabaseOutboxStore } from './outbox/DatabaseOutboxStore';
import { EventSink } from './outbox/EventSink';
import { HealthNotificationSink } from './outbox/HealthNotificationSink';
import { NotificationSink } from './outbox/NotificationSink';
import { SignalSink } from './outbox/SignalSink';
import { CloudTracking } from './rollouts/CloudTracking';
import { DatabaseRolloutStore } from './rollouts/DatabaseRolloutStore';
import { RolloutCleaner } from './rollouts/RolloutCleaner';
import { RolloutStore } from './rollouts/types';
import { StackLights } from './stacklight/StackLights';

export interface MoskServiceOptions {
  clouds: MoskClouds;
  config: MoskBackendConfig;
  database: Knex;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  signals: SignalsService;
  stackLights: StackLights;
}

/** All that runs beside the REST API: tracking, announcing and live updates of every cloud. */
export class MoskService {
  readonly views: CloudViews;
  readonly memory: HealthMemory;
  readonly rollouts: RolloutStore;
  private readonly running: Array<{
    start(): void;
    stop(): Promise<void> | void;
  }>;

  static create(options: MoskServiceOptions): MoskService {
    return new MoskService(options);
  }

  private constructor(private readonly options: MoskServiceOptions) {
    const { clouds, config, database, logger, signals, stackLights } = options;
    const sinks = [
      SignalSink.create({ signals }),
      EventSink.create({ events: options.events }),
      NotificationSink.create({
        notifications: options.notifications,
        logger,
        ownerOf: name =>
          clouds.list().find(cloud => cloud.name === name)?.owner,
      }),
    ];
    const leases = DatabaseLeaseStore.create({ database, table: leaseTable });
    const health = {
      delay: config.healthSettle,
      store: DatabaseHealthDropStore.create({ database }),
      sink: HealthNotificationSink.create({
        notifications: options.notifications,
        logger,
      }),
    };
    const outbox = DatabaseOutboxStore.create({ database });
    this.memory = DatabaseHealthMemory.create({ database });
    this.rollouts = DatabaseRolloutStore.create({ database, sinks });
    this.views = CloudViews.create({
      rollouts: this.rollouts,
      logger,
      alerts: cloud => stackLights.forHealth(cloud),
    });
    const holder = `${hostname()}-${randomUUID()}`;
    this.running = clouds.list().flatMap(cloud => {
      const feed = CloudFeed.create({
        cloud,
        views: this.views,
        memory: this.memory,
        signals,
        logger,
      });
      const tracking = CloudTracking.create({
        cloud,
        holder,
        definitions: kindDefinitions,
        delays: config.delays,
        leaseDuration: config.lease,
        leases,
        rollouts: this.rollouts,
        outbox,
        sinks,
        health: { ...health, views: this.views },
        logger,
        onWriting: writes => feed.setWriting(writes),
        onWritten: () => feed.rolloutsChanged(),
      });
      stackLights.onChange(name => {
        if (name === cloud.name) {
          feed.alertsChanged();
        }
      });
      return [feed, tracking];
    });
    this.running.push({ start: () => {}, stop: () => stackLights.stop() });
    this.running.push(
      Heartbeat.create({ signals, interval: config.heartbeat, logger }),
    );
  }

  async scheduleCleaning(scheduler: SchedulerService): Promise<void> {
    const { config, logger } = this.options;
    await RolloutCleaner.create({
      store: this.rollouts,
      keep: config.keep,
      logger,
    }).schedule(scheduler);
  }

  start(): void {
    for (const one of this.running) {
      one.start();
    }
  }

  async stop(): Promise<void> {
    // Trackers give their lease back, so that the next replica need not wait for it.
    await Promise.all(this.running.map(one => one.stop()));
  }
}
