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

import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Rollout } from '@mosk-portal/plugin-mosk-common';
import { leaseTable } from '../database/leaseTable';
import { migrate } from '../database/migrate';
import { DatabaseRolloutStore } from './DatabaseRolloutStore';
import { DatabaseLeaseStore, rolloutId } from '@mosk-portal/plugin-mosk-node';
import { RolloutWrite } from './types';

const proof = { cloud: 'one', holder: 'a' };

const write = (
  overrides: Partial<Rollout>,
  more?: Partial<RolloutWrite>,
): RolloutWrite => ({
  rollout: {
    cloud: 'one',
    object: {
      kind: 'OpenStackDeployment',
      namespace: 'openstack',
      name: 'osdpl',
    },
    uid: 'uid-1',
    generation: 1,
    run: 1,
    cause: 'change',
    state: 'done',
    startedAt: '2026-01-01T00:00:00Z',
    endedAt: '2026-01-01T00:10:00Z',
    lastMovedAt: '2026-01-01T00:10:00Z',
    progress: { parts: [] },
    steps: [],
    memory: {},
    ...overrides,
  },
  author: {},
  transitions: [],
  messages: [],
  ...more,
});

describe('DatabaseRolloutStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function setup(databaseId: TestDatabaseId) {
    const database = await databases.init(databaseId);
    await migrate(database);
    await DatabaseLeaseStore.create({ database, table: leaseTable }).take(
      'one',
      'a',
      undefined,
    );
    const store = DatabaseRolloutStore.create({ database, sinks: [] });
    return { database, store };
  }

  it.each(databases.eachSupportedId())(
    'lists by filter and permission, page by page, %p',
    async databaseId => {
      const { store } = await setup(databaseId);
      await store.write(
        proof,
        [1, 2, 3, 4, 5].map(generation =>
          write(
            {
              generation,
              state: generation === 5 ? 'failed' : 'done',
              // Two of the same moment, so that the page border falls between them.
              startedAt: `2026-01-0${Math.min(generation, 4)}T00:00:00Z`,
              endedAt: `2026-01-0${Math.min(
                generation,
                4,
              )}T00:0${generation}:00Z`,
            },
            {
              author: {
                user: `user:default/${generation % 2 ? 'ann' : 'bob'}`,
              },
            },
          ),
        ),
      );
      await store.write(proof, [
        write({
          cloud: 'two',
          uid: 'uid-2',
          object: { kind: 'MiraCeph', name: 'ceph' },
        }),
      ]);

      const collected: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list(
          { clouds: ['one'] },
          { limit: 2, cursor },
        );
        expect(page.totalItems).toBe(5);
        expect(page.items.length).toBeLessThanOrEqual(2);
        collected.push(...page.items.map(one => one.generation));
        cursor = page.nextCursor;
      } while (cursor);
      expect(collected.slice(0, 2).sort()).toEqual([4, 5]);
      expect(collected.slice(2)).toEqual([3, 2, 1]);

      const count = async (filter: Parameters<typeof store.list>[0]) =>
        (await store.list(filter, { limit: 50 })).totalItems;
      expect(await count({ states: ['failed'] })).toBe(1);
      expect(await count({ person: 'user:default/bob' })).toBe(2);
      expect(await count({ uid: 'uid-1', generation: 2 })).toBe(1);
      const isOne = { column: 'cloud' as const, values: ['one'] };
      const isCeph = { column: 'kind' as const, values: ['MiraCeph'] };
      expect(await count({ permitted: isOne })).toBe(5);
      expect(await count({ permitted: { not: isOne } })).toBe(1);
      expect(await count({ permitted: { allOf: [isOne, isCeph] } })).toBe(0);
      expect(await count({ permitted: { anyOf: [isOne, isCeph] } })).toBe(6);
      expect(await count({ permitted: { ...isOne, values: [] } })).toBe(0);
      expect(await store.usualSeconds('OpenStackDeployment', 'change')).toBe(
        150,
      );
      const [slow] = (
        await store.list({ person: 'user:default/bob' }, { limit: 50 })
      ).items;
      expect(
        await store.usualSeconds('OpenStackDeployment', 'change', slow.id),
      ).toBe(120);
      await expect(
        store.list({}, { limit: 2, cursor: 'nonsense' }),
      ).rejects.toThrow('The cursor is not one of this list');
    },
  );

  it.each(databases.eachSupportedId())(
    'writes all or nothing, and only for who holds the lease, %p',
    async databaseId => {
      const { store } = await setup(databaseId);
      const one = write({});
      await expect(
        store.write({ cloud: 'one', holder: 'b' }, [one]),
      ).rejects.toThrow('Another replica writes for cloud one');
      const [stored] = await store.write(proof, [one]);
      expect(stored).toMatchObject({ revision: 1, id: rolloutId(one.rollout) });
      await expect(
        store.write(proof, [write({ generation: 2 }), one]),
      ).rejects.toThrow('was written by another replica meanwhile');
      await expect(
        store.write(proof, [
          {
            ...one,
            previousRevision: 7,
            transitions: [{ at: one.rollout.startedAt, to: 'done' }],
          },
        ]),
      ).rejects.toThrow('was written by another replica meanwhile');
      expect((await store.list({}, { limit: 9 })).totalItems).toBe(1);
      expect(await store.transitions(stored.id)).toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'forgets what ended long ago but not what the next change is told from, %p',
    async databaseId => {
      const { database, store } = await setup(databaseId);
      for (const generation of [1, 2, 3]) {
        await store.write(proof, [
          write(
            { generation },
            {
              spec: { size: generation },
              transitions: [{ at: '2026-01-01T00:00:00Z', to: 'done' }],
            },
          ),
        ]);
      }
      await store.write(proof, [
        write({ uid: 'gone', cause: 'delete' }, { spec: { size: 9 } }),
      ]);
      expect(await store.removeEndedBefore(new Date('2026-02-01'))).toBe(3);
      const [last, ...others] = (await store.list({}, { limit: 9 })).items;
      expect(others).toEqual([]);
      expect(last.generation).toBe(3);
      expect(await store.specs(last)).toEqual({
        before: { size: 2 },
        after: { size: 3 },
      });
      expect(await database('specs').pluck('generation')).toHaveLength(2);
      expect(await database('rollout_transitions')).toHaveLength(1);
    },
  );
});
