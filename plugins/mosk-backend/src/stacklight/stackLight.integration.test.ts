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

import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import request from 'supertest';
import { moskPlugin } from '../plugin';

describe('the plugin on a cloud with StackLight', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let sandbox: TestSandbox;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let last: unknown;
  const send = jest.fn().mockResolvedValue(undefined);

  beforeAll(async () => {
    sandbox = await startSandbox({
      components: ['openstack', 'helm', 'stacklight'],
      cloudState: 'running',
      timeScale: 0.2,
    });
    backend = await startTestBackend({
      features: [
        moskPlugin,
        mockServices.database.factory({
          knex: await databases.init('SQLITE_3'),
        }),
        mockServices.rootConfig.factory({
          data: JSON.parse(JSON.stringify(sandbox.portalConfig())),
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send }),
        }),
      ],
    });
  }, 900_000);

  afterAll(async () => {
    await backend?.stop();
    await sandbox?.stop();
  }, 60_000);

  const get = async (path: string, query: object = {}) => {
    const [{ name }] = sandbox.clouds;
    const { body } = await request(backend.server)
      .get(`/api/mosk/clouds/${name}${path}`)
      .query(query);
    last = body;
    return body;
  };

  async function until<T>(what: string, read: () => Promise<T | undefined>) {
    // Where the programs must be built first, this is when they are.
    const end = Date.now() + 600_000;
    for (;;) {
      const found = await read();
      if (found !== undefined) {
        return found;
      }
      if (Date.now() > end) {
        throw new Error(`Never: ${what}; last ${JSON.stringify(last)}`);
      }
      await new Promise(resolve => {
        setTimeout(resolve, 500);
      });
    }
  }

  it('lets a real alert count in the health of what it is about, and draws real charts', async () => {
    const isAbout = (id: string) => (alert: MoskViews.Alert) =>
      alert.state === 'firing' &&
      alert.components.some(component => component.id === id);
    const image = 'openstack-service/image';

    await until('a pipeline that works', async () => {
      const { state, pipeline }: MoskViews.AlertList = await get('/alerts');
      return state === 'live' && pipeline.watchdog === 'ok' ? true : undefined;
    });
    await sandbox.clouds[0].command('degrade-workload', [
      'Deployment/glance-api',
    ]);
    const outage = await until('an alert on Glance', async () => {
      const { alerts }: MoskViews.AlertList = await get('/alerts', {
        component: image,
      });
      return alerts
        .filter(isAbout(image))
        .find(({ name }) => name === 'KubeDeploymentOutage');
    });
    expect(outage).toMatchObject({
      severity: 'critical',
      labels: { namespace: 'openstack', deployment: 'glance-api' },
    });
    expect(outage.links.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Alertmanager', 'Prometheus']),
    );
    const health = await until('a failed component', async () => {
      const component: MoskViews.ComponentDetail = await get('/component', {
        id: image,
      });
      return component.reasons.some(({ code }) => code === 'AlertFiring')
        ? component
        : undefined;
    });
    expect(health).toMatchObject({ state: 'failed' });
    expect(health.alerts!.critical).toBeGreaterThan(0);

    const [success, latency] = await until('a chart', async () => {
      const { charts }: MoskViews.ChartList = await get('/charts', {
        component: image,
        hours: 1,
      });
      return charts[0].state === 'live' && charts[1].state === 'live'
        ? charts
        : undefined;
    });
    expect(success.series).toMatchObject([{ name: 'glance' }]);
    expect(latency.unit).toBe('seconds');

    const told = await until('a notification to the owner', async () =>
      send.mock.calls
        .map(([notification]) => notification)
        .find(({ payload }) => payload.scope.endsWith(`:${image}`)),
    );
    expect(told).toMatchObject({
      recipients: { entityRef: ['group:default/cloud-operators'] },
      payload: { topic: 'mosk.health', severity: 'high' },
    });

    const detail: MoskViews.StackLightDetail = await get('/stacklight');
    expect(detail).toMatchObject({
      installed: true,
      pipeline: { watchdog: 'ok' },
      sources: [
        { id: 'prometheus', state: 'live', version: expect.any(String) },
        { id: 'alertmanager', state: 'live', version: expect.any(String) },
        { id: 'opensearch' },
      ],
    });
    expect(detail.receivers.length).toBeGreaterThan(0);
    expect(detail.parts.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'stacklight/prometheus',
        'stacklight/alertmanager',
      ]),
    );
    expect(detail.links.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Grafana', 'Alertmanager', 'Prometheus']),
    );
  }, 900_000);
});
