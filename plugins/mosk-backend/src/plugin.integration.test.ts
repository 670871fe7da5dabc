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
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { MoskViews, resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import { Knex } from 'knex';
import request from 'supertest';
import { moskPlugin } from './plugin';

const planted = 'PLANTED-SECRET-4711';
const tables = [
  'rollouts',
  'rollout_transitions',
  'specs',
  'outbox',
  'component_health',
  'health_drops',
];

const deployment = {
  metadata: { name: 'cloud-one', namespace: 'openstack' },
  spec: {
    openstack_version: 'caracal',
    preset: 'compute',
    size: 'tiny',
    public_domain_name: 'it.just.works',
    features: {
      ssl: {
        public_endpoints: {
          ca_cert: planted,
          api_cert: planted,
          api_key: planted,
        },
      },
      neutron: {
        tunnel_interface: 'ens3',
        external_networks: [
          {
            physnet: 'physnet1',
            interface: 'veth-phy',
            bridge: 'br-ex',
            network_types: ['flat'],
          },
        ],
      },
      nova: {
        live_migration_interface: 'ens3',
        images: { backend: 'local' },
      },
    },
  },
};

const patience = 120_000;

/** What was read once it is there; tells what it waited for when it never comes. */
async function until<T>(
  what: string,
  read: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (value !== undefined) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`Never: ${what}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  }
}

describe('the plugin on a sandbox cloud', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let sandbox: TestSandbox;
  let database: Knex;

  beforeAll(async () => {
    sandbox = await startSandbox({ timeScale: 0.1 });
    database = await databases.init('SQLITE_3');
  }, 900_000);

  afterAll(() => sandbox?.stop(), 60_000);

  const startPlugin = () =>
    startTestBackend({
      features: [
        moskPlugin,
        mockServices.database.factory({ knex: database }),
        mockServices.rootConfig.factory({
          data: JSON.parse(JSON.stringify(sandbox.portalConfig())),
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });

  it('follows a creation with kubectl through a restart to its end, and lets no secret out', async () => {
    const [{ name: cloud, adminClient }] = sandbox.clouds;
    const answers: string[] = [];
    let backend = await startPlugin();
    const get = async (path: string, query: object = {}) => {
      const { text, body } = await request(backend.server)
        .get(`/api/mosk${path}`)
        .query(query);
      answers.push(text);
      return body;
    };
    let last: unknown;
    const rollout = (
      what: string,
      wanted: (one: MoskViews.RolloutSummary) => boolean,
    ) =>
      until(what, async () => {
        last = await get('/rollouts', { cloud });
        return (last as { items: MoskViews.RolloutSummary[] }).items.find(
          wanted,
        );
      }).catch(error => {
        throw new Error(`${error.message}. There is ${JSON.stringify(last)}`);
      });

    await adminClient.create(
      resourceIdentities.OpenStackDeployment,
      deployment,
      { fieldManager: 'kubectl-create' },
    );
    const running = await rollout(
      'a rollout of the creation',
      one => one.cause === 'create',
    );
    await backend.stop();
    backend = await startPlugin();
    const done = await rollout(
      'the creation is done after a restart',
      one => one.state === 'done' && one.cause === 'create',
    );
    expect(done).toMatchObject({
      id: running.id,
      cause: 'create',
      generation: 1,
      author: { manager: 'kubectl-create' },
      object: { kind: 'OpenStackDeployment', name: 'cloud-one' },
    });

    const detail: MoskViews.RolloutDetail = await get(`/rollouts/${done.id}`);
    expect(detail.steps.length).toBeGreaterThan(5);
    expect(detail.steps.every(step => step.state === 'done')).toBe(true);
    expect(detail.transitions.filter(one => !one.step).pop()).toMatchObject({
      to: 'done',
    });
    expect(detail.diff?.after).toContain('it.just.works');

    const view: MoskViews.CloudDetail = await get(`/clouds/${cloud}`);
    expect(view.connection.state).toBe('live');
    const service = view.components.find(
      one => one.type === 'openstack-service' && one.state === 'healthy',
    );
    const component: MoskViews.ComponentDetail = await get(
      `/clouds/${cloud}/component`,
      { id: service!.id },
    );
    expect(component.workloads.every(one => one.restarts >= 0)).toBe(true);
    const manifest: MoskViews.Manifest = await get(
      `/clouds/${cloud}/manifest`,
      {
        kind: 'OpenStackDeployment',
        namespace: 'openstack',
        name: 'cloud-one',
      },
    );
    expect(manifest.yaml).toContain('it.just.works');

    const preview = await request(backend.server)
      .post(`/api/mosk/clouds/${cloud}/preview`)
      .send({
        kind: 'OpenStackDeployment',
        input: { name: 'cloud-one', edit: { set: { 'spec.size': 'small' } } },
      })
      .expect(200);
    answers.push(preview.text);
    expect(preview.body).toMatchObject({
      operation: 'change',
      diff: { changedPaths: ['spec.size'] },
    });

    expect(answers.filter(answer => answer.includes(planted))).toEqual([]);
    for (const table of tables) {
      expect(JSON.stringify(await database(table))).not.toContain(planted);
    }
    await backend.stop();
  }, 300_000);
});
