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
import {
  deployment,
  openStackDeployment,
} from '@mosk-portal/plugin-mosk-common';
import { DatabaseLeaseStore } from '@mosk-portal/plugin-mosk-node';
import { CloudViews } from '../clouds/CloudViews';
import { leaseTable } from '../database/leaseTable';
import { migrate } from '../database/migrate';
import { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import { HealthNotificationSink } from '../outbox/HealthNotificationSink';
import { OutboxDispatcher } from '../outbox/OutboxDispatcher';
import { DatabaseRolloutStore } from '../rollouts/DatabaseRolloutStore';
import { FakeCloud } from '../__testUtils__/fakeCloud';
import { DatabaseHealthDropStore } from './DatabaseHealthDropStore';
import { HealthWatch } from './HealthWatch';

const workload = (application: string, ready: number) =>
  deployment.project({
    kind: 'Deployment',
    metadata: {
      name: `${application}-server`,
      namespace: 'openstack',
      uid: application,
      labels: { application },
      annotations: { 'meta.helm.sh/release-name': `openstack-${application}` },
    },
    spec: { replicas: 3 },
    status: { readyReplicas: ready, updatedReplicas: 3 },
  });

const osdpl = openStackDeployment.project({
  kind: 'OpenStackDeployment',
  metadata: {
    name: 'osh',
    namespace: 'openstack',
    uid: 'osdpl',
    generation: 1,
  },
  spec: {},
});

describe('HealthWatch', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const logger = mockServices.logger.mock();

  it.each(databases.eachSupportedId())(
    'tells the owner and who asked of what is unwell by itself, once and through restarts, %p',
    async databaseId => {
      const database = await databases.init(databaseId);
      await migrate(database);
      const leases = DatabaseLeaseStore.create({ database, table: leaseTable });
      await leases.take('one', 'test', undefined);
      const proof = { cloud: 'one', holder: 'test' };
      const rollouts = DatabaseRolloutStore.create({ database, sinks: [] });
      await rollouts.write(proof, [
        {
          rollout: {
            cloud: 'one',
            object: {
              kind: 'OpenStackDeployment',
              namespace: 'openstack',
              name: 'osh',
            },
            uid: 'osdpl',
            generation: 1,
            run: 1,
            cause: 'change',
            state: 'done',
            startedAt: '2026-03-04T10:00:00.000Z',
            endedAt: '2026-03-04T11:00:00.000Z',
            lastMovedAt: '2026-03-04T11:00:00.000Z',
            progress: { parts: [] },
            steps: [],
            memory: {},
          },
          author: { user: 'user:default/ann' },
          transitions: [],
          messages: [],
        },
      ]);
      let now = Date.parse('2026-03-04T12:00:00Z');
      const time = () => new Date(now);
      const send = jest.fn().mockRejectedValueOnce(new Error('mail is down'));
      const cloud = new FakeCloud('one');
      const show = (mariadb: number, nova: number) =>
        cloud.set([
          osdpl,
          workload('mariadb', mariadb),
          workload('nova', nova),
        ]);
      const start = () => {
        const dispatcher = OutboxDispatcher.create({
          cloud: 'one',
          store: DatabaseOutboxStore.create({ database }),
          sink: HealthNotificationSink.create({
            notifications: { send },
            logger,
            now: time,
          }),
          logger,
        });
        const watch = HealthWatch.create({
          cloud,
          proof,
          views: CloudViews.create({ rollouts, logger }),
          rollouts,
          store: DatabaseHealthDropStore.create({ database, now: time }),
          delay: 120_000,
          logger,
          onWritten: () => dispatcher.wake(),
          now: time,
        });
        return {
          look: (seconds: number) => {
            now += seconds * 1000;
            return watch.look();
          },
          wake: () => dispatcher.wake(),
          stop: async () => {
            await watch.stop();
            await dispatcher.stop();
          },
        };
      };
      const waiting = () => database('outbox').where({ sink: 'health' });

      const first = start();
      show(3, 3);
      await first.look(0);
      show(0, 1);
      await first.look(10);
      await first.look(100);
      expect(await waiting()).toEqual([]);
      // Another replica takes over before it is time.
      await first.stop();
      const second = start();
      await second.look(30);
      expect(await waiting()).toHaveLength(1);
      await second.stop();
      expect(send).toHaveBeenCalledTimes(1);

      // What could not be told is told by the next one, and not again.
      const third = start();
      third.wake();
      await third.look(600);
      await third.stop();
      expect(send).toHaveBeenCalledTimes(2);
      expect(await waiting()).toEqual([]);
      const [notification] = send.mock.lastCall!;
      expect(notification).toMatchObject({
        recipients: {
          type: 'entity',
          entityRef: ['group:default/cloud-team', 'user:default/ann'],
        },
        payload: {
          title: expect.stringMatching(/^Database.* in Cloud one is failed$/),
          description: expect.stringContaining(
            'Deployment openstack/mariadb-server has 0 of 3 pods ready',
          ),
          link: '/mosk/clouds/one',
          severity: 'high',
          topic: 'mosk.health',
          scope: 'mosk.health:one:openstack-service/database',
        },
      });
      expect(notification.payload.description).toMatch(
        /Unwell because of it: \d+ others/,
      );

      // The cause is mended, what suffered from it is not: now it is told, too.
      show(3, 1);
      const fourth = start();
      await fourth.look(10);
      await fourth.look(130);
      await fourth.stop();
      expect(send).toHaveBeenCalledTimes(3);
      expect(send.mock.lastCall![0].payload).toMatchObject({
        title: expect.stringContaining(
          'Compute (Nova) in Cloud one is degraded',
        ),
        severity: 'normal',
      });

      // Out of reach tells nothing.
      cloud.set([osdpl, workload('mariadb', 0)], 'stale');
      const fifth = start();
      await fifth.look(10);
      await fifth.look(600);
      await fifth.stop();
      expect(send).toHaveBeenCalledTimes(3);
    },
  );

  it('writes nothing without the lease', async () => {
    const database = await databases.init('SQLITE_3');
    await migrate(database);
    const store = DatabaseHealthDropStore.create({ database });
    await expect(
      store.write(
        { cloud: 'one', holder: 'other' },
        {
          put: [{ component: 'a', since: '2026-03-04T12:00:00Z' }],
          remove: [],
          messages: [],
        },
      ),
    ).rejects.toThrow();
    expect(await store.load('one')).toEqual([]);
  });
});
