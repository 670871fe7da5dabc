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

import { CloudHealth } from '@mosk-portal/plugin-mosk-common';
import { Knex } from 'knex';
import { HealthMemory, HealthSince } from './types';

/** Remembers in the plugin's database since when components are in their state. */
export class DatabaseHealthMemory implements HealthMemory {
  static create(options: { database: Knex }): DatabaseHealthMemory {
    return new DatabaseHealthMemory(options.database);
  }

  private constructor(private readonly database: Knex) {}

  async since(cloud: string): Promise<ReadonlyMap<string, HealthSince>> {
    const rows: Array<HealthSince & { component: string }> =
      await this.database('component_health')
        .where({ cloud })
        .select('component', 'state', 'since');
    return new Map(
      rows.map(({ component, state, since }) => [component, { state, since }]),
    );
  }

  async record(cloud: string, health: CloudHealth, now: Date): Promise<void> {
    const known = await this.since(cloud);
    const changed = health.components.filter(
      one => known.get(one.componentId)?.state !== one.state,
    );
    const present = new Set(health.components.map(one => one.componentId));
    const gone = [...known.keys()].filter(id => !present.has(id));
    await this.database.transaction(async transaction => {
      for (const { componentId, state } of changed) {
        await transaction('component_health')
          .insert({
            cloud,
            component: componentId,
            state,
            since: now.toISOString(),
          })
          .onConflict(['cloud', 'component'])
          .merge(['state', 'since']);
      }
      for (const component of gone) {
        await transaction('component_health')
          .where({ cloud, component })
          .delete();
      }
    });
  }
}
