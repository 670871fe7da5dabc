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
  ResourceIdentity,
} from '@mosk-portal/plugin-mosk-common';
import { applyManifest } from './apply/applyManifest';
import {
  CloudConfig,
  DefaultKubernetesConnection,
  KubernetesConnection,
} from './clusters';
import { CloudInventory } from './inventory/CloudInventory';
import { InventoryOptions } from './inventory/InventoryOptions';
import { asBackstageError } from './reads/asBackstageError';
import { liveManifest, readLive } from './reads/readLive';
import { readPods } from './reads/readPods';
import { readWarnings } from './reads/readWarnings';
import {
  ApplyRequest,
  ApplyResult,
  LiveManifest,
  MoskCloud,
  PodView,
  SnapshotChange,
  WarningEventView,
} from './types';

/** A cloud as it is configured, with one connection and one inventory of its own. */
export class DefaultMoskCloud implements MoskCloud {
  private constructor(
    private readonly config: CloudConfig,
    private readonly connection: KubernetesConnection,
    private readonly inventory: CloudInventory,
    private readonly options: {
      kinds: readonly KindDefinition[];
      timeoutMs: number;
    },
  ) {}

  static create(
    config: CloudConfig,
    options: {
      kinds: readonly KindDefinition[];
      settings: InventoryOptions;
      logger: LoggerService;
    },
  ): DefaultMoskCloud {
    const { kinds, settings, logger } = options;
    const timeoutMs = settings.requestTimeout;
    const connection = DefaultKubernetesConnection.create(config.access, {
      timeoutMs,
    });
    const inventory = CloudInventory.create({
      cloud: config.name,
      connection,
      kinds,
      settings,
      logger,
    });
    return new DefaultMoskCloud(config, connection, inventory, {
      kinds,
      timeoutMs,
    });
  }

  get name(): string {
    return this.config.name;
  }

  get title(): string {
    return this.config.title;
  }

  get owner(): string {
    return this.config.owner;
  }

  get readOnly(): { reason: string } | undefined {
    return this.config.readOnly;
  }

  get links(): MoskCloud['links'] {
    return this.config.links;
  }

  snapshot(): CloudSnapshot {
    return this.inventory.snapshot();
  }

  subscribe(listener: (change: SnapshotChange) => void): () => void {
    return this.inventory.subscribe(listener);
  }

  readManifest(
    identity: ResourceIdentity,
    namespace: string | undefined,
    name: string,
  ): Promise<LiveManifest | undefined> {
    return this.ask(async timeoutMs => {
      const options = { namespace, name, timeoutMs };
      const raw = await readLive(this.connection, identity, options);
      return raw && liveManifest(identity, raw);
    });
  }

  apply(request: ApplyRequest): Promise<ApplyResult> {
    const { connection, config } = this;
    return applyManifest(request, {
      cloud: config.name,
      readOnly: config.readOnly,
      connection,
      snapshot: () => this.snapshot(),
      ...this.options,
    });
  }

  readPods(namespace: string, labelSelector?: string): Promise<PodView[]> {
    return this.ask(timeoutMs =>
      readPods(this.connection, { namespace, labelSelector, timeoutMs }),
    );
  }

  readPodsOnNode(node: string): Promise<PodView[]> {
    return this.ask(timeoutMs =>
      readPods(this.connection, { node, timeoutMs }),
    );
  }

  readWarnings(namespace: string): Promise<WarningEventView[]> {
    return this.ask(timeoutMs =>
      readWarnings(this.connection, { namespace, timeoutMs }),
    );
  }

  /** Ends the inventory and closes the connections. */
  async stop(): Promise<void> {
    await this.inventory.stop();
    await this.connection.close();
  }

  private async ask<T>(read: (timeoutMs: number) => Promise<T>): Promise<T> {
    try {
      return await read(this.options.timeoutMs);
    } catch (error) {
      throw asBackstageError(this.name, error);
    }
  }
}
