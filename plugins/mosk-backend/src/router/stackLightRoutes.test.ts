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

import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { deployment } from '@mosk-portal/plugin-mosk-common';
import request from 'supertest';
import { FakeCloud } from '../__testUtils__/fakeCloud';
import {
  rawAlert,
  SeenRequest,
  StackLightDouble,
} from '../__testUtils__/StackLightDouble';
import { startMoskBackend } from '../__testUtils__/startMoskBackend';
import { moskConditions } from '../permissions/rules';

const workload = (namespace: string, name: string, application?: string) =>
  deployment.project({
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      uid: name,
      labels: application ? { application } : {},
      annotations: application
        ? { 'meta.helm.sh/release-name': `openstack-${application}` }
        : {},
    },
    spec: { replicas: 1 },
    status: { readyReplicas: 1, updatedReplicas: 1 },
  });

const matrix = (result: unknown) => ({
  json: { status: 'success', data: { resultType: 'matrix', result } },
});
const vector = (value: string, labels = {}) => ({
  json: {
    status: 'success',
    data: {
      resultType: 'vector',
      result: [{ metric: labels, value: [1, value] }],
    },
  },
});

function answer({ path, query }: SeenRequest) {
  const asked = query.get('query') ?? '';
  switch (path) {
    case '/api/v2/alerts':
      return {
        json: [
          rawAlert('Watchdog'),
          rawAlert('CinderServiceOutage', {
            labels: { binary: 'cinder-volume', planted: 'hunter2' },
          }),
          rawAlert('CinderServiceDown', {
            inhibitedBy: ['fingerprint-CinderServiceOutage'],
          }),
          rawAlert('RabbitMQDown', { silencedBy: ['s1'] }),
        ],
      };
    case '/api/v2/status':
      return {
        json: {
          versionInfo: { version: '0.28.0' },
          config: { original: 'smtp_auth_password: hunter2' },
        },
      };
    case '/api/v2/receivers':
      return { json: [{ name: 'slack' }, { name: 'mail' }] };
    case '/api/v1/query_range':
      return matrix(
        asked.includes('latency')
          ? []
          : [
              {
                metric: { service_name: 'cinder' },
                values: [
                  [1, '0.5'],
                  [2, 'NaN'],
                ],
              },
            ],
      );
    case '/api/v1/query':
      return vector(asked.includes('_failed_') ? '2' : '5', {
        integration: 'email',
        receiver_name: 'mail',
      });
    case '/_cluster/health':
      return { json: { status: 'green', number_of_nodes: 3 } };
    default:
      return { status: 404, json: {} };
  }
}

describe('routes of StackLight', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const ends: Array<() => Promise<unknown>> = [];

  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) {
      await end();
    }
  });

  async function setup() {
    const double = await StackLightDouble.start();
    ends.push(() => double.stop());
    double.answer = answer;
    const url = { url: double.url };
    const clouds = ['one', 'wrong', 'without', 'hidden'].map(name => {
      const cloud = new FakeCloud(name);
      cloud.set([
        workload('openstack', 'cinder-api', 'cinder'),
        workload('openstack', 'rabbitmq', 'rabbitmq'),
        workload('stacklight', 'prometheus-server'),
        workload('stacklight', 'prometheus-alertmanager'),
      ]);
      return cloud;
    });
    const backend = await startMoskBackend({
      clouds,
      database: await databases.init('SQLITE_3'),
      config: {
        mosk: {
          clusters: [
            {
              name: 'one',
              stackLight: {
                prometheus: url,
                alertmanager: url,
                openSearch: url,
              },
            },
            { name: 'wrong', stackLight: { auth: { type: 'magic' } } },
          ],
        },
      },
      decide: permission =>
        permission === 'mosk.cloud.read'
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'mosk',
              resourceType: 'mosk-resource',
              conditions: moskConditions.isCloud({
                clouds: ['one', 'wrong', 'without'],
              }),
            }
          : { result: AuthorizeResult.ALLOW },
    });
    ends.push(() => backend.stop());
    const get = (path: string) =>
      request(backend.server).get(`/api/mosk${path}`);
    return { double, get };
  }

  it('asks nobody while nobody looks, and shows alerts with what they are about', async () => {
    const { double, get } = await setup();
    expect(double.seen).toEqual([]);
    const { body } = await get('/clouds/one/alerts');
    expect(body).toMatchObject({
      state: 'live',
      asOf: expect.any(String),
      pipeline: { watchdog: 'ok' },
      alerts: [
        {
          id: 'fingerprint-CinderServiceOutage',
          name: 'CinderServiceOutage',
          severity: 'critical',
          state: 'firing',
          since: '2026-03-04T10:00:00.000Z',
          summary: 'CinderServiceOutage happened',
          components: [
            {
              id: 'openstack-service/block-storage',
              entityRef:
                'component:default/one-openstack-service-block-storage',
            },
          ],
          labels: { severity: 'critical', binary: 'cinder-volume' },
        },
        { state: 'inhibited', inhibitedBy: ['CinderServiceOutage'] },
        { name: 'RabbitMQDown', state: 'silenced' },
      ],
    });
    const [{ links }] = body.alerts;
    expect(links.map(({ title }: { title: string }) => title)).toEqual([
      'Alertmanager',
      'Prometheus',
    ]);
    const shown = new URL(links[1].url);
    expect(shown.origin).toBe(double.url);
    expect(shown.searchParams.get('g0.expr')).toBe('CinderServiceOutage');
    expect(shown.searchParams.get('g0.range_input')).toMatch(/^\d+m$/);
    expect(JSON.stringify(body)).not.toContain('hunter2');

    const one = await get('/clouds/one/alerts').query({
      component: 'openstack-service/messaging',
    });
    expect(one.body.alerts).toMatchObject([{ name: 'RabbitMQDown' }]);
    expect(double.paths()).toEqual(['/api/v2/alerts']);
  });

  it('lets alerts count in the health of a cloud and of a component', async () => {
    const { get } = await setup();
    const { body } = await get('/clouds/one');
    const find = (id: string) =>
      body.components.find((one: { id: string }) => one.id === id);
    expect(body.alerts).toMatchObject({ critical: 1, major: 0 });
    expect(find('openstack-service/block-storage')).toMatchObject({
      state: 'failed',
      since: '2026-03-04T10:00:00.000Z',
      alerts: { critical: 1 },
      reasons: [
        {
          code: 'AlertFiring',
          message:
            'Alert CinderServiceOutage (critical): CinderServiceOutage happened',
        },
      ],
    });
    expect(find('openstack-service/messaging')).toMatchObject({
      state: 'healthy',
      alerts: { critical: 0 },
    });
    const component = await get('/clouds/one/component').query({
      id: 'openstack-service/block-storage',
    });
    expect(component.body.state).toBe('failed');
    const without = await get('/clouds/without');
    expect(without.body.alerts).toBeUndefined();
    expect(JSON.stringify(without.body)).not.toContain('Alerts');
    const wrong = await get('/clouds/wrong');
    expect(JSON.stringify(wrong.body.reasons)).toContain(
      'mosk.clusters[1].stackLight.auth.type',
    );
  });

  it('draws fixed charts only', async () => {
    const { double, get } = await setup();
    const { body } = await get('/clouds/one/charts').query({
      component: 'openstack-service/block-storage',
      hours: 1,
    });
    expect(body.charts).toMatchObject([
      {
        id: 'api-success',
        unit: 'ratio',
        state: 'live',
        series: [{ name: 'cinder', points: [[1000, 0.5]] }],
      },
      { id: 'api-latency', unit: 'seconds', state: 'empty', series: [] },
      {
        id: 'log-errors',
        state: 'unreachable',
        message: expect.stringContaining('404'),
      },
    ]);
    const [first] = double.seen.filter(({ path }) => path.includes('range'));
    expect(first.query.get('query')).toBe(
      'avg by (service_name) (osdpl_api_success{service_type=~"volumev3|block-storage"})',
    );
    expect(
      Number(first.query.get('end')) - Number(first.query.get('start')),
    ).toBe(3600);
    double.seen.length = 0;
    for (const query of [
      { component: 'openstack-service/nothing' },
      { component: 'cloud', hours: 5 },
      { component: 'up{job=~".*"}' },
      {},
    ]) {
      const refused = await get('/clouds/one/charts').query(query);
      expect(refused.status).toBeGreaterThanOrEqual(400);
    }
    expect(double.seen).toEqual([]);
    const none = await get('/clouds/without/charts').query({
      component: 'cloud',
    });
    expect(none.body.charts).toMatchObject([
      { state: 'not-configured' },
      { state: 'not-configured' },
    ]);
  });

  it('shows monitoring itself, and of receivers no more than names', async () => {
    const { get } = await setup();
    const { body } = await get('/clouds/one/stacklight');
    expect(body).toMatchObject({
      cloud: 'one',
      installed: true,
      sources: [
        // Its version is hidden, but it answers.
        { id: 'prometheus', state: 'live' },
        { id: 'alertmanager', state: 'live', version: '0.28.0' },
        { id: 'opensearch', state: 'live' },
      ],
      pipeline: { watchdog: 'ok' },
      receivers: [
        { name: 'slack', failing: false },
        { name: 'mail', failing: true },
      ],
      deliveries: [
        {
          integration: 'email',
          receiver: 'mail',
          sent: 5,
          failed: 2,
          failing: true,
        },
      ],
      openSearch: { status: 'green', nodes: 3 },
    });
    expect(body.parts.map(({ id }: { id: string }) => id).sort()).toEqual([
      'stacklight/alertmanager',
      'stacklight/prometheus',
    ]);
    expect(JSON.stringify(body)).not.toContain('hunter2');
    const wrong = await get('/clouds/wrong/stacklight');
    expect(wrong.body.sources).toMatchObject([
      { state: 'misconfigured', message: expect.stringContaining('auth.type') },
      { state: 'misconfigured' },
      { state: 'misconfigured' },
    ]);
    const without = await get('/clouds/without/stacklight');
    expect(without.body).toMatchObject({
      installed: true,
      pipeline: { watchdog: 'unknown' },
      sources: [
        { state: 'not-configured' },
        { state: 'not-configured' },
        { state: 'not-configured' },
      ],
    });
  });

  it('shows nothing of a cloud that somebody may not see', async () => {
    const { double, get } = await setup();
    for (const path of ['alerts', 'charts?component=cloud', 'stacklight']) {
      expect((await get(`/clouds/hidden/${path}`)).status).toBe(403);
    }
    expect(double.seen).toEqual([]);
  });
});
