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
import { migrate } from '../database/migrate';
import { Backoff } from '../database/Backoff';
import { DatabaseOutboxStore } from './DatabaseOutboxStore';
import { EventSink } from './EventSink';
import { NotificationSink } from './NotificationSink';
import { OutboxDispatcher } from './OutboxDispatcher';
import { SignalSink } from './SignalSink';
import { OutboxMessage, OutboxSink } from './types';

const message = (overrides?: Partial<OutboxMessage>): OutboxMessage => ({
  type: 'state',
  rolloutId: 'r1',
  revision: 'r1.2',
  cloud: 'one',
  kind: 'OpenStackDeployment',
  name: 'osdpl',
  uid: 'uid',
  generation: 2,
  run: 1,
  cause: 'change',
  state: 'failed',
  at: '2026-01-01T00:00:00.000Z',
  user: 'user:default/ann',
  ...overrides,
});

describe('OutboxDispatcher', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const logger = mockServices.logger.mock();

  it.each(databases.eachSupportedId())(
    'gives each message to each receiver at least once, %p',
    async databaseId => {
      const database = await databases.init(databaseId);
      await migrate(database);
      const store = DatabaseOutboxStore.create({ database });
      const signals = { publish: jest.fn().mockResolvedValue(undefined) };
      const events = {
        publish: jest.fn().mockRejectedValueOnce(new Error('bus is down')),
        subscribe: jest.fn(),
      };
      const notifications = { send: jest.fn().mockResolvedValue(undefined) };
      const sinks: OutboxSink[] = [
        SignalSink.create({ signals }),
        EventSink.create({ events }),
        NotificationSink.create({
          notifications,
          logger,
          ownerOf: name =>
            name === 'one' ? 'group:default/owners' : 'group:default/unknown',
        }),
      ];
      const messages = [
        message({ type: 'started', state: 'queued', revision: 'r1.1' }),
        message({ type: 'moved', state: 'queued', revision: 'r1.2' }),
        message({ revision: 'r1.3' }),
        message({ rolloutId: 'r2', revision: 'r2.1', user: undefined }),
      ];
      for (const one of messages) {
        await database('outbox').insert(
          sinks
            .filter(sink => sink.wants(one))
            .map(sink => ({
              cloud: 'one',
              sink: sink.name,
              message: JSON.stringify(one),
              created_at: new Date().toISOString(),
            })),
        );
      }

      const dispatchers = sinks.map(sink =>
        OutboxDispatcher.create({
          cloud: 'one',
          store,
          sink,
          logger,
          backoff: new Backoff(10, 10),
        }),
      );
      dispatchers.forEach(dispatcher => dispatcher.wake());
      await waitFor(async () => (await database('outbox')).length === 0);
      await Promise.all(dispatchers.map(dispatcher => dispatcher.stop()));

      expect(signals.publish.mock.calls.map(([one]) => one.message)).toEqual([
        { type: 'change', cloud: 'one', revision: 'r1.3', rolloutId: 'r1' },
        { type: 'change', cloud: 'one', revision: 'r2.1', rolloutId: 'r2' },
      ]);
      expect(
        events.publish.mock.calls.map(([one]) => one.eventPayload.eventId),
      ).toEqual(['r1.1', 'r1.1', 'r1.3', 'r2.1']);
      expect(
        notifications.send.mock.calls.map(([{ recipients, payload }]) => [
          recipients.entityRef,
          payload.scope,
        ]),
      ).toEqual([
        [['group:default/owners', 'user:default/ann'], 'mosk.rollout:r1'],
        [['group:default/owners'], 'mosk.rollout:r2'],
      ]);
      const [, , told] = sinks;
      expect(told.wants(message({ cloud: 'two' }))).toBe(true);
      expect(told.wants(message({ cloud: 'two', user: undefined }))).toBe(
        false,
      );
      expect(told.wants(message({ type: 'started', state: 'done' }))).toBe(
        false,
      );
    },
  );
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise(resolve => {
      setTimeout(resolve, 5);
    });
  }
}
