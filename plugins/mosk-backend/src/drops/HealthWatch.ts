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
import { LeaseProof, MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { CloudViews } from '../clouds/CloudViews';
import { resourceRuling } from '../clouds/resourceRuling';
import { CloudView } from '../clouds/types';
import { Backoff } from '../database/Backoff';
import { recipientsOf } from '../outbox/recipientsOf';
import { RolloutStore } from '../rollouts/types';
import { planDrops } from './planDrops';
import { ownStates, sufferingFrom } from './ownStates';
import { HealthDrop, HealthDropMessage, HealthDropStore } from './types';

/** Whoever changed something so long ago is not asked about it any more. Milliseconds. */
const longestBlame = 24 * 60 * 60 * 1000;
const longestTimer = 2 ** 31 - 1;

export interface HealthWatchOptions {
  cloud: MoskCloud;
  proof: LeaseProof;
  views: Pick<CloudViews, 'of'>;
  rollouts: Pick<RolloutStore, 'list'>;
  store: HealthDropStore;
  /** How long a drop lasts before people are told of it, in milliseconds. */
  delay: number;
  logger: LoggerService;
  /** Called after each commit. */
  onWritten(): void;
  now?: () => Date;
}

/**
 * Notices when components of a cloud become unwell, for as long as this replica holds the cloud's lease. It goes by what
 * Kubernetes tells; Alertmanager tells people of alerts by itself.
 */
export class HealthWatch {
  private known?: Map<string, HealthDrop>;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;
  private unsubscribe?: () => void;
  private timer?: NodeJS.Timeout;
  private readonly now: () => Date;
  private readonly backoff = new Backoff();

  static create(options: HealthWatchOptions): HealthWatch {
    return new HealthWatch(options);
  }

  private constructor(private readonly options: HealthWatchOptions) {
    this.now = options.now ?? (() => new Date());
  }

  start(): void {
    this.unsubscribe = this.options.cloud.subscribe(() => {
      this.look().catch(() => {});
    });
    this.look().catch(() => {});
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    clearTimeout(this.timer);
    await this.running;
  }

  /** Looks at the health of now; resolves when what it says is written. */
  look(): Promise<void> {
    this.again = true;
    this.running ??= this.lookUntilCurrent().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async lookUntilCurrent(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        this.lookAgainAt(await this.lookOnce());
        this.backoff.reset();
      } catch (error) {
        this.known = undefined;
        const delay = this.backoff.next();
        this.options.logger.warn(
          `Health of cloud ${
            this.options.cloud.name
          } could not be followed, tried again in ${Math.round(
            delay / 1000,
          )} s: ${error}`,
        );
        this.lookAgainAt(new Date(this.now().getTime() + delay));
        return;
      }
    }
  }

  private async lookOnce(): Promise<Date | undefined> {
    const { cloud, views, store, proof, delay, onWritten } = this.options;
    const view = await views.of(cloud);
    // What is out of date tells of no drop, and of no recovery.
    if (view.snapshot.connection.state !== 'live' || !view.snapshot.complete) {
      return undefined;
    }
    this.known ??= new Map(
      (await store.load(cloud.name)).map(drop => [drop.component, drop]),
    );
    const { put, remove, tell, nextLookAt } = planDrops({
      known: this.known,
      states: ownStates(view.health),
      now: this.now(),
      delay,
    });
    if (put.length + remove.length > 0) {
      const messages = await Promise.all(
        tell.map(drop => this.messageOf(drop, view)),
      );
      await store.write(proof, { put, remove, messages });
      remove.forEach(component => this.known!.delete(component));
      put.forEach(drop => this.known!.set(drop.component, drop));
      onWritten();
    }
    return nextLookAt;
  }

  private async messageOf(
    { component, told }: HealthDrop,
    view: CloudView,
  ): Promise<HealthDropMessage> {
    const { cloud } = this.options;
    const { topology, health } = view;
    const found = topology.components.find(({ id }) => id === component);
    const reasons =
      health.components.find(({ componentId }) => componentId === component)
        ?.reasons ?? [];
    const recipients = recipientsOf([
      cloud.owner,
      await this.askerOf(component, view),
    ]);
    return {
      cloud: cloud.name,
      cloudTitle: cloud.title,
      component,
      title: found?.title ?? component,
      state: told!,
      reason: reasons[0]?.message,
      suffering: sufferingFrom(component, health),
      recipients,
    };
  }

  /** Whoever asked for the last change of what rules the component, if that may have to do with it. */
  private async askerOf(
    component: string,
    { topology }: CloudView,
  ): Promise<string | undefined> {
    const object = resourceRuling(topology, component);
    if (!object) {
      return undefined;
    }
    const { items } = await this.options.rollouts.list(
      { clouds: [this.options.cloud.name], object },
      { limit: 1 },
    );
    const [last] = items;
    const age =
      this.now().getTime() - Date.parse(last?.endedAt ?? last?.lastMovedAt);
    return age < longestBlame ? last.author.user : undefined;
  }

  private lookAgainAt(time: Date | undefined): void {
    clearTimeout(this.timer);
    if (time && !this.stopped) {
      const delay = Math.max(time.getTime() - this.now().getTime(), 50);
      this.timer = setTimeout(() => {
        this.look().catch(() => {});
      }, Math.min(delay, longestTimer));
    }
  }
}
