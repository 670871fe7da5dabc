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
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { readTopology } from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { entitiesOf } from '../entities/entitiesOf';
import { CloudStore } from '../store/types';
import { Alarm } from './Alarm';
import { diffEntities, EntitySet, entitySetOf } from './diffEntities';
import { isGoneWithDeployment } from './isGoneWithDeployment';
import { RemovalGuard } from './RemovalGuard';

/** Delays of a provider, in milliseconds. */
export interface ProviderDelays {
  /** How long another process must wait for one that died. */
  lease: number;
  /** Pause between two looks at a cloud that keeps changing. */
  settle: number;
  /** Pause after a failure. */
  retry: number;
}

const defaultDelays: ProviderDelays = {
  lease: 30_000,
  settle: 100,
  retry: 5_000,
};

interface Options {
  cloud: MoskCloud;
  store: CloudStore;
  guard: RemovalGuard;
  logger: LoggerService;
  delays?: Partial<ProviderDelays>;
}

/** Name of the provider of a cloud, by which the catalog knows which entities are its. */
export function providerNameOf(cloud: string): string {
  return `mosk-${cloud}`;
}

/**
 * Keeps the entities of one cloud. Only a complete snapshot removes any, and only the process
 * that holds the lease of the cloud writes.
 */
export class MoskEntityProvider implements EntityProvider {
  static create(options: Options): MoskEntityProvider {
    return new MoskEntityProvider(options, {
      ...defaultDelays,
      ...options.delays,
    });
  }

  private readonly alarm = Alarm.create();
  private readonly name: string;
  private connection: EntityProviderConnection | undefined;
  private unsubscribe: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  private leaseRenewal = 0;
  /** References of what the catalog has of this cloud; undefined without the lease. */
  private known: Set<string> | undefined;
  /** What this process wrote since it has the lease, once it wrote everything. */
  private written: EntitySet | undefined;
  private seenRevision: string | undefined;
  private reported: string | undefined;

  private constructor(
    private readonly options: Options,
    private readonly delays: ProviderDelays,
  ) {
    this.name = providerNameOf(options.cloud.name);
  }

  getProviderName(): string {
    return this.name;
  }

  /** Returns at once: neither Kubernetes nor the database may hold up the catalog. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    this.unsubscribe = this.options.cloud.subscribe(() => this.alarm.ring());
    this.running = this.run();
  }

  /** Ends the work and gives the lease to whoever wants it. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    this.alarm.ring();
    await this.running;
  }

  private async run(): Promise<void> {
    const { cloud, logger, store } = this.options;
    while (!this.stopped) {
      try {
        if (await this.holdLease()) {
          await this.synchronize();
        }
        await this.alarm.sleep(this.delays.lease / 3);
        await pause(this.delays.settle);
      } catch (error) {
        this.forget();
        logger.warn(
          `Could not bring the entities of cloud ${
            cloud.name
          } into the catalog, will try again: ${stringifyError(error)}`,
        );
        await pause(this.delays.retry);
      }
    }
    if (this.known) {
      await store.releaseLease(cloud.name).catch(error => {
        logger.warn(
          `Could not release the lease of cloud ${cloud.name}: ${stringifyError(
            error,
          )}`,
        );
      });
    }
  }

  private async holdLease(): Promise<boolean> {
    if (this.known && Date.now() < this.leaseRenewal) {
      return true;
    }
    const { cloud, store } = this.options;
    const renewal = Date.now() + this.delays.lease / 3;
    if (!(await store.holdLease(cloud.name, this.delays.lease))) {
      this.forget();
      return false;
    }
    this.leaseRenewal = renewal;
    this.known ??= new Set(await store.readEntityRefs(cloud.name));
    return true;
  }

  private async synchronize(): Promise<void> {
    const { cloud } = this.options;
    const snapshot = cloud.snapshot();
    if (snapshot.revision === this.seenRevision) {
      return;
    }
    const topology = readTopology(snapshot, cloud);
    const entities = entitySetOf(entitiesOf(topology, cloud));
    if (snapshot.complete) {
      await this.replace(entities, isGoneWithDeployment(snapshot, topology));
    } else {
      await this.addUnknown(entities);
    }
    this.seenRevision = snapshot.revision;
  }

  /** What is missing from an incomplete snapshot may be there all the same. */
  private async addUnknown(entities: EntitySet): Promise<void> {
    const added = [...entities].flatMap(([ref, entity]) =>
      this.known!.has(ref) ? [] : [entity],
    );
    await this.applyDelta(added, []);
  }

  private async replace(
    entities: EntitySet,
    isExplained: (entityRef: string) => boolean,
  ): Promise<void> {
    const known = this.known!;
    const removed = [...known].filter(ref => !entities.has(ref));
    const unexplained = removed.filter(ref => !isExplained(ref));
    const refusal = this.options.guard.refusal(unexplained.length, known.size);
    this.report(refusal);
    const { upserted } = diffEntities(this.written ?? new Map(), entities);
    if (this.written || refusal) {
      await this.applyDelta(upserted, refusal ? [] : removed);
    } else {
      await this.connection!.applyMutation({
        type: 'full',
        entities: upserted.map(entity => this.deferred(entity)),
      });
      await this.remember(new Set(entities.keys()));
    }
    this.written = entities;
  }

  private async applyDelta(upserted: Entity[], removed: string[]) {
    if (upserted.length === 0 && removed.length === 0) {
      return;
    }
    await this.connection!.applyMutation({
      type: 'delta',
      added: upserted.map(entity => this.deferred(entity)),
      removed: removed.map(entityRef => ({
        entityRef,
        locationKey: this.name,
      })),
    });
    const known = new Set(this.known);
    upserted.forEach(entity => known.add(stringifyEntityRef(entity)));
    removed.forEach(ref => known.delete(ref));
    await this.remember(known);
  }

  private async remember(known: Set<string>): Promise<void> {
    const before = this.known!;
    this.known = known;
    if (
      known.size !== before.size ||
      [...known].some(ref => !before.has(ref))
    ) {
      await this.options.store.writeEntityRefs(
        this.options.cloud.name,
        [...known].sort(),
      );
    }
  }

  private report(refusal: string | undefined): void {
    const { cloud, logger } = this.options;
    if (refusal && refusal !== this.reported) {
      logger.error(`Catalog of cloud ${cloud.name}: ${refusal}`);
    }
    this.reported = refusal;
  }

  /** The next process to write, maybe this one, starts from all there is. */
  private forget(): void {
    this.known = undefined;
    this.written = undefined;
    this.seenRevision = undefined;
  }

  private deferred(entity: Entity) {
    return { entity, locationKey: this.name };
  }
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise<void>(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
}
