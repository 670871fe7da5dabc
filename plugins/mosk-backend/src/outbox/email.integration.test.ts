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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import emailModule from '@backstage/plugin-notifications-backend-module-email';
import {
  NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import request from 'supertest';
import { SMTPServer } from 'smtp-server';
import { HealthDropMessage } from '../drops/types';
import { HealthNotificationSink } from './HealthNotificationSink';
import { NotificationSink } from './NotificationSink';
import { OutboxMessage } from './types';

const domain = 'example.org';

interface Mail {
  to: string[];
  body: string;
}

/** A mail server that keeps what it is given, until it is told to be away. */
class MailSink {
  readonly mails: Mail[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, callback) => {
      text(stream).then(body => {
        this.mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          body,
        });
        this.waiting.forEach(look => look());
        callback();
      }, callback);
    },
  });

  async start(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  /** Resolves once a mail to an address was received. */
  received(address: string, subject: string): Promise<Mail> {
    return new Promise(resolve => {
      const look = () => {
        const found = this.mails.find(
          ({ to, body }) =>
            to.includes(address) && body.includes(`Subject: ${subject}`),
        );
        if (found) {
          this.waiting.delete(look);
          resolve(found);
        }
      };
      this.waiting.add(look);
      look();
    });
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => resolve());
    });
  }
}

const person = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { email: `${name}@${domain}` }, memberOf: ['owners'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/owners' }],
});

const owners = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'owners', namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: [{ type: 'hasMember', targetRef: 'user:default/olga' }],
};

/** The portal with its own notifications plugin and its module for e-mail. */
async function startPortal(mailPort: number) {
  let notifications: NotificationService | undefined;
  const sender = createBackendPlugin({
    pluginId: 'mosk',
    register(registry) {
      registry.registerInit({
        deps: { service: notificationService, logger: coreServices.logger },
        async init({ service }) {
          notifications = service;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      sender,
      notificationsPlugin,
      emailModule,
      catalogServiceMock.factory({
        entities: [person('ann'), person('olga'), person('mock'), owners],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.org' },
          notifications: {
            processors: {
              email: {
                transportConfig: {
                  transport: 'smtp',
                  hostname: '127.0.0.1',
                  port: mailPort,
                  secure: false,
                },
                sender: `mosk-portal@${domain}`,
                throttleInterval: { milliseconds: 1 },
              },
            },
          },
        },
      }),
    ],
  });
  return { backend, notifications: notifications! };
}

const failure: OutboxMessage = {
  type: 'state',
  rolloutId: 'r1',
  revision: 'r1.2',
  cloud: 'north',
  kind: 'OpenStackDeployment',
  name: 'osh-dev',
  uid: 'uid',
  generation: 2,
  run: 1,
  cause: 'change',
  state: 'failed',
  at: '2026-01-01T00:00:00.000Z',
  user: 'user:default/ann',
};

const drop: HealthDropMessage = {
  cloud: 'north',
  cloudTitle: 'North',
  component: 'openstack-service/block-storage',
  title: 'Block storage (Cinder)',
  state: 'failed',
  reason: 'cinder-volume: 0 of 3 pods are ready',
  suffering: 2,
  recipients: ['group:default/owners'],
};

const entry = <M>(message: M) => ({
  id: 1,
  cloud: 'north',
  message,
  createdAt: new Date().toISOString(),
});

describe('notifications by e-mail', () => {
  const logger = mockServices.logger.mock();

  it('reach the mail boxes of the owner and of who asked', async () => {
    const sink = new MailSink();
    const { backend, notifications } = await startPortal(await sink.start());
    try {
      const rollouts = NotificationSink.create({
        notifications,
        logger,
        ownerOf: () => 'group:default/owners',
      });
      await rollouts.deliver([{ ...entry(failure), sink: 'notifications' }]);
      await rollouts.deliver([
        {
          ...entry({ ...failure, rolloutId: 'r2', state: 'stalled' }),
          sink: 'notifications',
        },
      ]);
      const health = HealthNotificationSink.create({ notifications, logger });
      await health.deliver([{ ...entry(drop), sink: 'health' }]);

      for (const name of ['ann', 'olga']) {
        const failed = await sink.received(
          `${name}@${domain}`,
          'Rollout of osh-dev in north failed',
        );
        expect(failed.body).toContain(
          'https://portal.example.org/mosk/rollouts/r1',
        );
        expect(failed.body).toContain(`From: mosk-portal@${domain}`);
        await sink.received(
          `${name}@${domain}`,
          'Rollout of osh-dev in north does not move',
        );
      }
      const unwell = await sink.received(
        `olga@${domain}`,
        'Block storage (Cinder) in North is failed',
      );
      expect(unwell.body).toContain('cinder-volume: 0 of 3 pods are ready');
      expect(unwell.body).toContain('Unwell because of it: 2 others');
      // Each person has one of each: the owner three, who asked the two of the rollouts.
      expect(sink.mails.flatMap(({ to }) => to).sort()).toEqual([
        ...Array(2).fill(`ann@${domain}`),
        ...Array(3).fill(`olga@${domain}`),
      ]);
    } finally {
      await backend.stop();
      await sink.stop();
    }
  });

  it('are kept in the portal when the mail server is away', async () => {
    const sink = new MailSink();
    const port = await sink.start();
    await sink.stop();
    const { backend, notifications } = await startPortal(port);
    try {
      await HealthNotificationSink.create({ notifications, logger }).deliver([
        {
          ...entry({ ...drop, recipients: ['user:default/mock'] }),
          sink: 'health',
        },
      ]);
      const { body } = await request(backend.server).get('/api/notifications');
      expect(body.notifications).toMatchObject([
        {
          payload: {
            title: 'Block storage (Cinder) in North is failed',
            topic: 'mosk.health',
          },
        },
      ]);
    } finally {
      await backend.stop();
    }
  });
});
