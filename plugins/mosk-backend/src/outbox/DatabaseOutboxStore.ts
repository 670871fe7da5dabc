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
import { OutboxEntry, OutboxMessage, OutboxStore, SinkName } from './types';

/** The outbox in the plugin's database. */
export class DatabaseOutboxStore implements OutboxStore {
  static create(options: { database: Knex }): DatabaseOutboxStore {
    return new DatabaseOutboxStore(options.database);
  }

  private constructor(private readonly database: Knex) {}

  async next<M = OutboxMessage>(
    cloud: string,
    sink: SinkName,
    limit: number,
  ): Promise<Array<OutboxEntry<M>>> {
    const rows: Array<{
      id: number;
      cloud: string;
      sink: SinkName;
      message: string;
      created_at: string;
    }> = await this.database('outbox')
      .where({ cloud, sink })
      .orderBy('id')
      .limit(limit);
    return rows.map(row => ({
      id: row.id,
      cloud: row.cloud,
      sink: row.sink,
      message: JSON.parse(row.message),
      createdAt: row.created_at,
    }));
  }

  async remove(ids: readonly number[]): Promise<void> {
    await this.database('outbox')
      .whereIn('id', [...ids])
      .delete();
  }
}
