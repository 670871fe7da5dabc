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

import { Knex } from 'knex';
import { LeaseRecord, LeaseStore } from './types';

/**
 * Leases in the database of a plugin. No clock is compared between replicas.
 * The plugin's migrations make the table: `cloud` (primary), `holder` and `renewals`, none of them nullable.
 * @public
 */
export class DatabaseLeaseStore implements LeaseStore {
  static create(options: {
    database: Knex;
    table: string;
  }): DatabaseLeaseStore {
    return new DatabaseLeaseStore(options.database, options.table);
  }

  private constructor(
    private readonly database: Knex,
    private readonly table: string,
  ) {}

  async read(cloud: string): Promise<LeaseRecord | undefined> {
    return this.database(this.table)
      .where({ cloud })
      .first<LeaseRecord | undefined>('holder', 'renewals');
  }

  async take(
    cloud: string,
    holder: string,
    seen: LeaseRecord | undefined,
  ): Promise<boolean> {
    if (!seen) {
      await this.database(this.table)
        .insert({ cloud, holder, renewals: 1 })
        .onConflict('cloud')
        .ignore();
      return (await this.read(cloud))?.holder === holder;
    }
    const taken = await this.database(this.table)
      .where({ cloud, holder: seen.holder, renewals: seen.renewals })
      .update({ holder, renewals: seen.renewals + 1 });
    return taken === 1;
  }

  async renew(cloud: string, holder: string): Promise<boolean> {
    const renewed = await this.database(this.table)
      .where({ cloud, holder })
      .increment('renewals', 1);
    return renewed === 1;
  }

  async release(cloud: string, holder: string): Promise<void> {
    await this.database(this.table)
      .where({ cloud, holder })
      .update({ holder: '' });
  }
}
