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
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { CloudStore } from './types';

const table = 'mosk_catalog_clouds';
const migrationsDirectory = resolvePackagePath(
  '@mosk-portal/plugin-catalog-backend-module-mosk',
  'migrations',
);

/**
 * Keeps leases and written entities in the database of the catalog. Opened and migrated at
 * first use, and again after a failure, so that a database that is late stops nobody.
 */
export class DatabaseCloudStore implements CloudStore {
  static create(options: {
    database: Pick<DatabaseService, 'getClient' | 'migrations'>;
    now?: () => number;
  }): DatabaseCloudStore {
    return new DatabaseCloudStore(options.database, options.now ?? Date.now);
  }

  private readonly holder = randomUUID();
  private opening: Promise<Knex> | undefined;

  private constructor(
    private readonly database: Pick<
      DatabaseService,
      'getClient' | 'migrations'
    >,
    private readonly now: () => number,
  ) {}

  async holdLease(cloud: string, milliseconds: number): Promise<boolean> {
    const knex = await this.open();
    await knex(table).insert({ cloud }).onConflict('cloud').ignore();
    const now = this.now();
    const held = await knex(table)
      .where({ cloud })
      .andWhere(free =>
        free
          .where('lease_holder', this.holder)
          .orWhere('lease_expires_at', '<=', now),
      )
      .update({
        lease_holder: this.holder,
        lease_expires_at: now + milliseconds,
      });
    return held > 0;
  }

  async releaseLease(cloud: string): Promise<void> {
    const knex = await this.open();
    await knex(table)
      .where({ cloud, lease_holder: this.holder })
      .update({ lease_expires_at: 0 });
  }

  async readEntityRefs(cloud: string): Promise<string[]> {
    const knex = await this.open();
    const row = await knex(table).where({ cloud }).first('entity_refs');
    return row ? JSON.parse(row.entity_refs) : [];
  }

  async writeEntityRefs(cloud: string, refs: readonly string[]): Promise<void> {
    const knex = await this.open();
    await knex(table)
      .where({ cloud })
      .update({ entity_refs: JSON.stringify(refs) });
  }

  async listClouds(): Promise<string[]> {
    const knex = await this.open();
    const rows = await knex(table)
      .whereNot('entity_refs', '[]')
      .orderBy('cloud')
      .select('cloud');
    return rows.map(row => row.cloud);
  }

  private open(): Promise<Knex> {
    this.opening ??= this.migrate().catch(error => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private async migrate(): Promise<Knex> {
    const knex = await this.database.getClient();
    if (!this.database.migrations?.skip) {
      await knex.migrate.latest({
        directory: migrationsDirectory,
        // The catalog keeps its own migrations in the same database.
        tableName: 'mosk_knex_migrations',
      });
    }
    return knex;
  }
}
