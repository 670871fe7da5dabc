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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { CloudLease } from './CloudLease';
import { DatabaseLeaseStore } from './DatabaseLeaseStore';

describe('CloudLease', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'is held by one replica, and goes to the next when that one is silent or leaves, %p',
    async databaseId => {
      const database = await databases.init(databaseId);
      await database.schema.createTable('leases', table => {
        table.string('cloud').primary();
        table.string('holder').notNullable();
        table.integer('renewals').notNullable();
      });
      const store = DatabaseLeaseStore.create({ database, table: 'leases' });
      const clock = { now: 0 };
      const holders = new Set<string>();
      const replica = (holder: string) =>
        CloudLease.create({
          cloud: 'one',
          holder,
          store,
          duration: 1000,
          logger: mockServices.logger.mock(),
          monotonic: () => clock.now,
          onAcquired: () => holders.add(holder),
          onLost: () => holders.delete(holder),
        });
      const [first, second, third] = ['a', 'b', 'c'].map(replica);

      await Promise.all([first.tick(), second.tick()]);
      expect(holders.size).toBe(1);
      const [winner, loser] = holders.has('a')
        ? [first, second]
        : [second, first];
      for (let round = 0; round < 5; round += 1) {
        clock.now += 600;
        await winner.tick();
        await loser.tick();
      }
      expect(holders).toEqual(new Set([winner === first ? 'a' : 'b']));

      await third.tick();
      clock.now += 1000;
      await third.tick();
      expect(holders.has('c')).toBe(true);
      await winner.tick();
      expect(holders).toEqual(new Set(['c']));

      await third.stop();
      expect(holders).toEqual(new Set());
      await loser.tick();
      expect(holders).toEqual(new Set([loser === first ? 'a' : 'b']));
    },
  );

  it('gives up when the database does not answer for as long as the lease lasts', async () => {
    const clock = { now: 0 };
    let broken = false;
    const answer = <T>(value: T) =>
      broken ? Promise.reject(new Error('gone')) : Promise.resolve(value);
    let held = false;
    const lease = CloudLease.create({
      cloud: 'one',
      holder: 'a',
      store: {
        read: () => answer(undefined),
        take: () => answer(true),
        renew: () => answer(true),
        release: () => answer(undefined),
      },
      duration: 1000,
      logger: mockServices.logger.mock(),
      monotonic: () => clock.now,
      onAcquired: () => {
        held = true;
      },
      onLost: () => {
        held = false;
      },
    });
    await lease.tick();
    broken = true;
    clock.now = 900;
    await lease.tick();
    expect(held).toBe(true);
    clock.now = 1000;
    await lease.tick();
    expect(held).toBe(false);
    broken = false;
    await lease.tick();
    expect(held).toBe(true);
  });
});
