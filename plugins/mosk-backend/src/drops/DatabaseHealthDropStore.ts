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

import { HealthState } from '@mosk-portal/plugin-mosk-common';
import { assertLease, LeaseProof } from '@mosk-portal/plugin-mosk-node';
import { Knex } from 'knex';
import { leaseTable } from '../database/leaseTable';
import { SinkName } from '../outbox/types';
import { HealthDrop, HealthDropStore, HealthDropWrite } from './types';

/** Who tells people of drops. */
const receiver: SinkName = 'health';

/** Drops of health in the plugin's database. */
export class DatabaseHealthDropStore implements HealthDropStore {
  static create(options: {
    database: Knex;
    now?: () => Date;
  }): DatabaseHealthDropStore {
    return new DatabaseHealthDropStore(
      options.database,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(
    private readonly database: Knex,
    private readonly now: () => Date,
  ) {}

  async load(cloud: string): Promise<HealthDrop[]> {
    const rows: Array<{
      component: string;
      since: string;
      told: HealthState | null;
      well_since: string | null;
    }> = await this.database('health_drops').where({ cloud });
    return rows.map(row => ({
      component: row.component,
      since: row.since,
      told: row.told ?? undefined,
      wellSince: row.well_since ?? undefined,
    }));
  }

  async write(
    proof: LeaseProof,
    { put, remove, messages }: HealthDropWrite,
  ): Promise<void> {
    const { cloud } = proof;
    await this.database.transaction(async transaction => {
      await assertLease(transaction, leaseTable, proof);
      for (const drop of put) {
        await transaction('health_drops')
          .insert({
            cloud,
            component: drop.component,
            since: drop.since,
            told: drop.told ?? null,
            well_since: drop.wellSince ?? null,
          })
          .onConflict(['cloud', 'component'])
          .merge(['since', 'told', 'well_since']);
      }
      for (const component of remove) {
        await transaction('health_drops').where({ cloud, component }).delete();
      }
      if (messages.length > 0) {
        await transaction('outbox').insert(
          messages.map(message => ({
            cloud,
            sink: receiver,
            message: JSON.stringify(message),
            created_at: this.now().toISOString(),
          })),
        );
      }
    });
  }
}
