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

import {
  DatabaseService,
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { CloudLease, DatabaseLeaseStore } from '@mosk-portal/plugin-mosk-node';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { CloudStore } from './types';

const cloudTable = 'mosk_catalog_clouds';
const leaseTable = 'mosk_catalog_leases';
const migrationsDirectory = resolvePackagePath(
  '@mosk-portal/plugin-catalog-backend-module-mosk',
  'migrations',
);

interface DatabaseCloudStoreOptions {
  database: Pick<DatabaseService, 'getClient' | 'migrations'>;
  logger: LoggerService;
  /** Milliseconds of a clock that never goes back. */
  monotonic?: () => number;
}

/**
 * Keeps leases and written entities in the database of the catalog. Opened and migrated at
 * first use, and again after a failure, so that a database that is late stops nobody.
 */
export class DatabaseCloudStore implements CloudStore {
  static create(options: DatabaseCloudStoreOptions): DatabaseCloudStore {
    return new DatabaseCloudStore(options);
  }

  private readonly holder = randomUUID();
  private readonly leases = new Map<string, CloudLease>();
  private opening: Promise<Knex> | undefined;

  private constructor(private readonly options: DatabaseCloudStoreOptions) {}

  async holdLease(cloud: string, milliseconds: number): Promise<boolean> {
    const knex = await this.open();
    const lease =
      this.leases.get(cloud) ?? this.createLease(cloud, milliseconds, knex);
    this.leases.set(cloud, lease);
    return lease.hold();
  }

  async releaseLease(cloud: string): Promise<void> {
    const lease = this.leases.get(cloud);
    this.leases.delete(cloud);
    await lease?.stop();
  }

  async readEntityRefs(cloud: string): Promise<string[]> {
    const knex = await this.open();
    const row = await knex(cloudTable).where({ cloud }).first('entity_refs');
    return row ? JSON.parse(row.entity_refs) : [];
  }

  async writeEntityRefs(cloud: string, refs: readonly string[]): Promise<void> {
    const knex = await this.open();
    await knex(cloudTable)
      .insert({ cloud, entity_refs: JSON.stringify(refs) })
      .onConflict('cloud')
      .merge();
  }

  async listClouds(): Promise<string[]> {
    const knex = await this.open();
    const rows = await knex(cloudTable)
      .whereNot('entity_refs', '[]')
      .orderBy('cloud')
      .select('cloud');
    return rows.map(row => row.cloud);
  }

  private createLease(cloud: string, duration: number, database: Knex) {
    return CloudLease.create({
      cloud,
      holder: this.holder,
      store: DatabaseLeaseStore.create({ database, table: leaseTable }),
      duration,
      logger: this.options.logger,
      monotonic: this.options.monotonic,
    });
  }

  private open(): Promise<Knex> {
    this.opening ??= this.migrate().catch(error => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private async migrate(): Promise<Knex> {
    const knex = await this.options.database.getClient();
    if (!this.options.database.migrations?.skip) {
      await knex.migrate.latest({
        directory: migrationsDirectory,
        // The catalog keeps its own migrations in the same database.
        tableName: 'mosk_knex_migrations',
      });
    }
    return knex;
  }
}
