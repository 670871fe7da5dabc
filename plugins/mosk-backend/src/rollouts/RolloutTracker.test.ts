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
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { KindDefinition } from '@mosk-portal/plugin-mosk-common';
import { Knex } from 'knex';
import { DatabaseLeaseStore } from '@mosk-portal/plugin-mosk-node';
import { leaseTable } from '../database/leaseTable';
import { migrate } from '../database/migrate';
import { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import {
  FakeCloud,
  fakeDefinition,
  FakeObject,
  fakeObject,
} from '../__testUtils__/fakeCloud';
import { DatabaseRolloutStore } from './DatabaseRolloutStore';
import { RolloutTracker } from './RolloutTracker';
import { RolloutStore } from './types';

const cloudName = 'cloud-one';
const start = Date.parse('2026-03-04T10:00:00Z');

describe('RolloutTracker', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const logger = mockServices.logger.mock();
  const trackers: RolloutTracker[] = [];

  afterEach(async () => {
    await Promise.all(trackers.splice(0).map(tracker => tracker.stop()));
  });

  async function setup(databaseId: TestDatabaseId) {
    const database: Knex = await databases.init(databaseId);
    await migrate(database);
    const leases = DatabaseLeaseStore.create({ database, table: leaseTable });
    const cloud = new FakeCloud(cloudName);
    const clock = { now: start };
    const store = DatabaseRolloutStore.create({
      database,
      sinks: [{ name: 'events', wants: message => message.type !== 'moved' }],
    });
    const replica = async (holder: string, using: RolloutStore = store) => {
      await leases.take(cloudName, holder, await leases.read(cloudName));
      const tracker = RolloutTracker.create({
        cloud,
        proof: { cloud: cloudName, holder },
        definitions: [fakeDefinition as unknown as KindDefinition],
        store: using,
        delays: { settle: 1, stuck: 1, failing: 1 },
        logger,
        onWritten: () => {},
        now: () => new Date(clock.now),
      });
      trackers.push(tracker);
      tracker.start();
      await tracker.look();
      return tracker;
    };
    const show = async (tracker: RolloutTracker, objects: FakeObject[]) => {
      clock.now += 60_000;
      cloud.set(objects);
      await tracker.look();
    };
    const all = async () =>
      (await store.list({}, { limit: 50 })).items.reverse();
    return { database, store, cloud, replica, show, all };
  }

  const generation = (number: number, more?: Partial<FakeObject>) => {
    const object = fakeObject(more);
    return {
      ...object,
      metadata: { ...object.metadata, generation: number },
      cause: more?.cause ?? ('change' as const),
      spec: { size: `size-${number}` },
    };
  };

  it.each(databases.eachSupportedId())(
    'follows a creation to its end, with who asked and what is announced, %p',
    async databaseId => {
      const { database, store, replica, show, all } = await setup(databaseId);
      const tracker = await replica('a');
      await show(tracker, [fakeObject({ phase: 'queued' })]);
      await show(tracker, [
        fakeObject({
          phase: 'progressing',
          steps: [{ id: 'identity', title: 'Keystone', state: 'running' }],
        }),
      ]);
      const done = fakeObject({
        phase: 'done',
        steps: [{ id: 'identity', title: 'Keystone', state: 'done' }],
      });
      await show(tracker, [done]);
      await show(tracker, [done]);

      const [rollout, ...others] = await all();
      expect(others).toEqual([]);
      expect(rollout).toMatchObject({
        cloud: cloudName,
        object: { kind: 'OpenStackDeployment', name: 'cloud-one' },
        generation: 1,
        cause: 'create',
        state: 'done',
        author: { user: 'user:default/ann', task: 'task-1' },
        steps: [{ id: 'identity', state: 'done' }],
      });
      const states = (await store.transitions(rollout.id))
        .filter(one => !one.step)
        .map(one => one.to);
      expect(states).toEqual(['queued', 'running', 'done']);
      const entries = await DatabaseOutboxStore.create({ database }).next(
        cloudName,
        'events',
        10,
      );
      expect(entries.map(entry => entry.message.state)).toEqual(states);
      expect(await store.specs(rollout)).toEqual({
        before: undefined,
        after: { size: 'tiny' },
      });
      expect(
        await store.usualSeconds('OpenStackDeployment', 'create'),
      ).toBeGreaterThan(0);
    },
  );

  it.each(databases.eachSupportedId())(
    'tells changes, overtaking, runs and deletions apart, %p',
    async databaseId => {
      const { store, replica, show, all } = await setup(databaseId);
      const tracker = await replica('a');
      await show(tracker, [fakeObject({ phase: 'done' })]);
      await show(tracker, [generation(2, { phase: 'progressing' })]);
      const kubectl = { manager: 'kubectl-edit' };
      await show(tracker, [
        generation(3, { phase: 'progressing', author: kubectl }),
      ]);
      await show(tracker, [generation(3, { phase: 'done', author: kubectl })]);
      await show(tracker, [
        generation(3, { phase: 'progressing', run: 2, cause: 'resume' }),
      ]);
      await show(tracker, [
        generation(3, { phase: 'done', run: 2, cause: 'resume' }),
      ]);
      await show(tracker, []);
      await show(tracker, []);

      const rollouts = await all();
      expect(
        rollouts.map(one => [
          one.generation,
          one.run,
          one.cause,
          one.state,
          one.author.user ?? one.author.manager,
        ]),
      ).toEqual([
        [1, 1, 'create', 'done', 'user:default/ann'],
        [2, 1, 'change', 'overtaken', 'user:default/ann'],
        [3, 1, 'change', 'done', 'kubectl-edit'],
        [3, 2, 'resume', 'done', undefined],
        [3, 3, 'delete', 'done', undefined],
      ]);
      expect(await store.specs(rollouts[2])).toEqual({
        before: { size: 'size-2' },
        after: { size: 'size-3' },
      });
      expect(await store.neighbours(rollouts[2])).toEqual({
        previous: rollouts[1].id,
        next: rollouts[3].id,
      });
      expect(await store.loadLatest(cloudName)).toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'goes on after a restart, and closes what went while nobody looked, %p',
    async databaseId => {
      const { cloud, replica, show, all } = await setup(databaseId);
      const first = await replica('a');
      await show(first, [
        fakeObject({ phase: 'progressing' }),
        {
          ...fakeObject({ phase: 'progressing' }),
          metadata: { ...fakeObject().metadata, uid: 'uid-2', name: 'two' },
        },
      ]);
      await first.stop();

      cloud.set([], 'stale');
      const second = await replica('a');
      expect((await all()).map(one => one.state)).toEqual([
        'running',
        'running',
      ]);
      await show(second, [fakeObject({ phase: 'done' })]);
      const rollouts = await all();
      expect(
        rollouts.map(one => [one.object.name, one.cause, one.state]).sort(),
      ).toEqual([
        ['cloud-one', 'create', 'done'],
        ['two', 'create', 'overtaken'],
        ['two', 'delete', 'done'],
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'lets only the replica with the lease write, %p',
    async databaseId => {
      const { cloud, replica, show, all } = await setup(databaseId);
      const first = await replica('a');
      await show(first, [fakeObject({ phase: 'progressing' })]);
      const second = await replica('b');
      cloud.set([fakeObject({ phase: 'done' })]);
      await Promise.all([first.look(), second.look()]);
      const [rollout, ...others] = await all();
      expect(others).toEqual([]);
      expect(rollout).toMatchObject({ state: 'done', revision: 2 });
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('Another replica writes for cloud cloud-one'),
      );
    },
  );

  it('writes later what could not be written', async () => {
    const { store, replica, show, all } = await setup('SQLITE_3');
    let broken = true;
    const flaky: RolloutStore = Object.create(store, {
      write: {
        value: (...given: Parameters<RolloutStore['write']>) =>
          broken
            ? Promise.reject(new Error('disk full'))
            : store.write(...given),
      },
    });
    const tracker = await replica('a', flaky);
    await show(tracker, [fakeObject({ phase: 'done' })]);
    expect(await all()).toEqual([]);
    broken = false;
    await tracker.look();
    expect(await all()).toMatchObject([{ state: 'done' }]);
  });
});
