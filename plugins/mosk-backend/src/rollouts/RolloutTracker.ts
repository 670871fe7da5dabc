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
import {
  CloudSnapshot,
  KindDefinition,
  ObserveContext,
  RolloutDelays,
} from '@mosk-portal/plugin-mosk-common';
import { LeaseProof, MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { Backoff } from '../database/Backoff';
import { planWrites, TrackedObject } from './planWrites';
import { RolloutStore, StoredRollout } from './types';

/** A timer further away than this would fire at once. Milliseconds. */
const longestTimer = 2 ** 31 - 1;

export interface RolloutTrackerOptions {
  cloud: Pick<MoskCloud, 'name' | 'snapshot' | 'subscribe'>;
  proof: LeaseProof;
  definitions: readonly KindDefinition[];
  store: RolloutStore;
  delays: RolloutDelays;
  logger: LoggerService;
  /** Called after each commit. */
  onWritten(): void;
  now?: () => Date;
  backoff?: Backoff;
}

/**
 * Carries the memory of one cloud's rollouts on by each of its snapshots, for as long as this
 * replica holds the cloud's lease. Whatever fails is made up for by the next look.
 */
export class RolloutTracker {
  private latest?: Map<string, StoredRollout>;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;
  private unsubscribe?: () => void;
  private timer?: NodeJS.Timeout;
  private readonly now: () => Date;
  private readonly backoff: Backoff;
  private readonly tracked: readonly KindDefinition[];

  static create(options: RolloutTrackerOptions): RolloutTracker {
    return new RolloutTracker(options);
  }

  private constructor(private readonly options: RolloutTrackerOptions) {
    this.now = options.now ?? (() => new Date());
    this.backoff = options.backoff ?? new Backoff();
    this.tracked = options.definitions.filter(one => one.rollout);
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

  /** Looks at the present snapshot; resolves when what it says is written. */
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
        const next = await this.lookOnce();
        this.backoff.reset();
        this.lookAgainAt(next);
      } catch (error) {
        this.latest = undefined;
        const delay = this.backoff.next();
        this.options.logger.warn(
          `Rollouts of cloud ${
            this.options.cloud.name
          } could not be written, tried again in ${Math.round(
            delay / 1000,
          )} s: ${error}`,
        );
        this.lookAgainAt(new Date(this.now().getTime() + delay));
        return;
      }
    }
  }

  /** Answers when time alone may change what is seen. */
  private async lookOnce(): Promise<Date | undefined> {
    const { cloud, store } = this.options;
    const snapshot = cloud.snapshot();
    // What is out of date tells nothing of now: neither an end nor a standstill.
    if (snapshot.connection.state !== 'live') {
      return undefined;
    }
    this.latest ??= new Map(
      (await store.loadLatest(cloud.name)).map(one => [one.uid, one]),
    );
    const looks: Array<Date | undefined> = [];
    const seen = new Set<string>();
    for (const definition of this.tracked) {
      for (const object of snapshot.objects(definition)) {
        seen.add(object.metadata.uid);
        looks.push(await this.observe(definition, snapshot, object, undefined));
      }
    }
    if (snapshot.complete) {
      for (const rollout of [...this.latest.values()]) {
        const definition = this.tracked.find(
          one => one.identity.kind === rollout.object.kind,
        );
        if (definition && !seen.has(rollout.uid)) {
          await this.observe(definition, snapshot, undefined, rollout);
        }
      }
    }
    return looks.reduce(
      (soonest, look) =>
        look && (!soonest || look < soonest) ? look : soonest,
      undefined,
    );
  }

  private async observe(
    definition: KindDefinition,
    snapshot: CloudSnapshot,
    object: TrackedObject | undefined,
    missing: StoredRollout | undefined,
  ): Promise<Date | undefined> {
    const previous = missing ?? this.latest!.get(object!.metadata.uid);
    const context: ObserveContext<TrackedObject> = {
      object,
      snapshot,
      memory: previous?.memory,
      now: this.now(),
      delays: this.options.delays,
    };
    const read = () => {
      const observation = definition.rollout!.observe(context);
      return {
        observation,
        next: definition.rollout!.nextLookAt?.(observation, context),
        writes: planWrites({
          cloud: this.options.cloud.name,
          previous,
          object,
          observation,
          now: context.now,
        }),
      };
    };
    let result: ReturnType<typeof read>;
    try {
      result = read();
    } catch (error) {
      // One object that cannot be read must not hide the others.
      const name = object?.metadata.name ?? missing?.object.name;
      this.options.logger.error(
        `Rollout of ${definition.identity.kind} ${name} in cloud ${this.options.cloud.name} cannot be told: ${error}`,
      );
      return undefined;
    }
    if (result.writes.length > 0) {
      await this.write(result.writes);
    }
    return result.next;
  }

  private async write(writes: ReturnType<typeof planWrites>): Promise<void> {
    const { store, proof, onWritten } = this.options;
    for (const rollout of await store.write(proof, writes)) {
      const deleted = rollout.cause === 'delete' && rollout.state === 'done';
      if (deleted) {
        this.latest!.delete(rollout.uid);
      } else {
        this.latest!.set(rollout.uid, rollout);
      }
    }
    onWritten();
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
