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
import { DatabaseCloudStore } from './DatabaseCloudStore';

jest.setTimeout(60_000);

describe('DatabaseCloudStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'gives the lease of each cloud to one process at a time, %p',
    async id => {
      const knex = await databases.init(id);
      const database = mockServices.database.mock({
        getClient: async () => knex,
        migrations: { skip: false },
      });
      let time = 0;
      const options = {
        database,
        logger: mockServices.logger.mock(),
        monotonic: () => time,
      };
      const first = DatabaseCloudStore.create(options);
      const second = DatabaseCloudStore.create(options);

      expect(await first.holdLease('lab', 1000)).toBe(true);
      expect(await second.holdLease('lab', 1000)).toBe(false);
      expect(await second.holdLease('other', 1000)).toBe(true);
      time += 900;
      expect(await first.holdLease('lab', 1000)).toBe(true);
      expect(await second.holdLease('lab', 1000)).toBe(false);
      time += 999;
      expect(await second.holdLease('lab', 1000)).toBe(false);
      time += 1;
      expect(await second.holdLease('lab', 1000)).toBe(true);
      expect(await first.holdLease('lab', 1000)).toBe(false);
      await first.releaseLease('lab');
      expect(await first.holdLease('lab', 1000)).toBe(false);
      await second.releaseLease('lab');
      expect(await first.holdLease('lab', 1000)).toBe(true);

      expect(await first.readEntityRefs('lab')).toEqual([]);
      await first.writeEntityRefs('lab', ['system:default/lab']);
      expect(await second.readEntityRefs('lab')).toEqual([
        'system:default/lab',
      ]);
      expect(await second.readEntityRefs('other')).toEqual([]);
      expect(await second.readEntityRefs('unheard-of')).toEqual([]);
      expect(await second.listClouds()).toEqual(['lab']);
    },
  );
});
