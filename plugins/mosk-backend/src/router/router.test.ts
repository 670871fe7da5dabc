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
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { openStackDeployment, Rollout } from '@mosk-portal/plugin-mosk-common';
import {
  createApplyError,
  DatabaseLeaseStore,
} from '@mosk-portal/plugin-mosk-node';
import request from 'supertest';
import { leaseTable } from '../database/leaseTable';
import { migrate } from '../database/migrate';
import { moskConditions } from '../permissions/rules';
import { DatabaseRolloutStore } from '../rollouts/DatabaseRolloutStore';
import { FakeCloud } from '../__testUtils__/fakeCloud';
import { startMoskBackend } from '../__testUtils__/startMoskBackend';

const osdpl = (size: string) =>
  openStackDeployment.project({
    kind: 'OpenStackDeployment',
    metadata: {
      name: 'osdpl',
      namespace: 'openstack',
      uid: 'uid-1',
      generation: 2,
      resourceVersion: '7',
    },
    spec: { openstack_version: 'caracal', preset: 'compute', size },
  });

const rollout = (overrides: Partial<Rollout>): Rollout => ({
  cloud: 'one',
  object: { kind: 'OpenStackDeployment', namespace: 'openstack', name: 'old' },
  uid: 'uid-0',
  generation: 1,
  run: 1,
  cause: 'create',
  state: 'done',
  startedAt: '2026-01-01T00:00:00Z',
  endedAt: '2026-01-01T00:10:00Z',
  lastMovedAt: '2026-01-01T00:10:00Z',
  progress: { parts: [] },
  steps: [],
  memory: {},
  ...overrides,
});

const input = {
  name: 'osdpl',
  openstackRelease: 'caracal',
  preset: 'compute',
  size: 'tiny',
  publicDomainName: 'it.just.works',
  nova: { liveMigrationInterface: 'ens3', imagesBackend: 'ceph' },
  neutron: {
    tunnelInterface: 'ens3',
    externalNetworks: [
      {
        physnet: 'physnet1',
        interface: 'veth-phy',
        bridge: 'br-ex',
        networkTypes: ['flat'],
      },
    ],
  },
};

describe('router', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const ends: Array<() => Promise<void>> = [];

  afterEach(async () => {
    await Promise.all(ends.splice(0).map(end => end()));
  });

  async function setup(decisions: Record<string, PolicyDecision> = {}) {
    const database = await databases.init('SQLITE_3');
    await migrate(database);
    const leases = DatabaseLeaseStore.create({ database, table: leaseTable });
    const store = DatabaseRolloutStore.create({ database, sinks: [] });
    await leases.take('one', 'test', undefined);
    await leases.take('two', 'test', undefined);
    const proof = { cloud: 'one', holder: 'test' };
    const base = { author: {}, transitions: [], messages: [] };
    const stored = await store.write(proof, [
      { ...base, rollout: rollout({}), spec: { size: 'tiny' } },
      {
        ...base,
        rollout: rollout({
          generation: 2,
          cause: 'change',
          state: 'failed',
          startedAt: '2026-01-02T00:00:00Z',
          message: 'Failed running some tasks.',
        }),
        spec: { size: 'small' },
        transitions: [
          { at: '2026-01-02T00:00:00Z', to: 'queued' },
          { at: '2026-01-02T00:10:00Z', from: 'queued', to: 'failed' },
        ],
      },
      { ...base, rollout: rollout({ cloud: 'two', uid: 'uid-2' }) },
    ]);
    const clouds = [new FakeCloud('one'), new FakeCloud('two')];
    clouds.forEach(cloud => cloud.set([osdpl('tiny')]));
    const backend = await startMoskBackend({
      clouds,
      database,
      // The test keeps the lease, so that nobody else writes.
      config: { mosk: { lease: { duration: { hours: 1 } } } },
      decide: name => decisions[name] ?? { result: AuthorizeResult.ALLOW },
    });
    ends.push(backend.stop);
    const api = request(backend.server);
    return { ...backend, api, clouds, stored };
  }

  const conditional = (
    conditions: ReturnType<
      typeof moskConditions.isCloud | typeof moskConditions.isKind
    >,
  ): PolicyDecision => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'mosk',
    resourceType: 'mosk-resource',
    conditions,
  });

  it('answers with clouds, components and rollouts', async () => {
    const { api, stored } = await setup();
    const clouds = await api.get('/api/mosk/clouds').expect(200);
    expect(clouds.body.items).toHaveLength(2);
    expect(clouds.body.items[0]).toMatchObject({
      connection: { state: 'live' },
      openstackRelease: 'caracal',
      readOnly: false,
    });

    const cloud = await api.get('/api/mosk/clouds/one').expect(200);
    const component = cloud.body.components.find(
      (one: any) => one.type === 'openstack-deployment',
    );
    const detail = await api
      .get('/api/mosk/clouds/one/component')
      .query({ id: component.id })
      .expect(200);
    expect(detail.body.commands[0].command).toBe(
      'kubectl -n openstack get osdplst osdpl',
    );
    await api
      .get('/api/mosk/clouds/one/component')
      .query({ id: 'nothing' })
      .expect(404);

    const list = await api.get('/api/mosk/rollouts?limit=1').expect(200);
    expect(list.body).toMatchObject({
      totalItems: 3,
      items: [{ state: 'failed' }],
    });
    const next = await api
      .get('/api/mosk/rollouts')
      .query({ cursor: list.body.nextCursor, cloud: 'one' })
      .expect(200);
    expect(next.body.items).toMatchObject([{ id: stored[0].id }]);

    const one = await api.get(`/api/mosk/rollouts/${stored[1].id}`).expect(200);
    expect(one.body).toMatchObject({
      previousRolloutId: stored[0].id,
      transitions: [{ to: 'queued' }, { to: 'failed' }],
      diff: { changedPaths: ['spec.size'], hiddenOnly: false },
    });
    expect(one.body.advice.map((advice: any) => advice.command)).toContain(
      'kubectl -n osh-system rollout restart deployment/rockoon',
    );
    const none = await api.get('/api/mosk/rollouts/none').expect(404);
    expect(none.body.error.message).toContain('There is no rollout none');
  });

  it('answers everybody with what they may see only', async () => {
    const { api, stored } = await setup({
      'mosk.cloud.read': conditional(
        moskConditions.isCloud({ clouds: ['one'] }),
      ),
      'mosk.manifest.read': { result: AuthorizeResult.DENY },
      'mosk.resource.apply': conditional(
        moskConditions.isKind({ kinds: ['MiraCeph'] }),
      ),
    });
    const clouds = await api.get('/api/mosk/clouds').expect(200);
    expect(clouds.body.items.map((one: any) => one.name)).toEqual(['one']);
    const rollouts = await api.get('/api/mosk/rollouts').expect(200);
    expect(rollouts.body.totalItems).toBe(2);
    const seen = await api
      .get(`/api/mosk/rollouts/${stored[1].id}`)
      .expect(200);
    expect(seen.body.diff).toBeUndefined();

    const refusals = [
      await api.get('/api/mosk/clouds/two'),
      await api.get(`/api/mosk/rollouts/${stored[2].id}`),
      await api
        .get('/api/mosk/clouds/one/manifest')
        .query({ kind: 'OpenStackDeployment', name: 'osdpl' }),
      await api
        .post('/api/mosk/clouds/one/preview')
        .send({ kind: 'OpenStackDeployment', input }),
    ];
    expect(
      refusals.map(({ status, body }) => [
        status,
        /mosk\.\w+\.\w+/.exec(body.error.message)?.[0],
      ]),
    ).toEqual([
      [403, 'mosk.cloud.read'],
      [403, 'mosk.cloud.read'],
      [403, 'mosk.manifest.read'],
      [403, 'mosk.resource.apply'],
    ]);
  });

  it('says which permission is missing when nothing is allowed', async () => {
    const { api } = await setup({
      'mosk.cloud.read': { result: AuthorizeResult.DENY },
    });
    for (const path of ['clouds', 'clouds/one', 'rollouts', 'rollouts/x']) {
      const { status, body } = await api.get(`/api/mosk/${path}`);
      expect([status, body.error.name]).toEqual([403, 'NotAllowedError']);
      expect(body.error.message).toContain('mosk.cloud.read');
    }
  });

  it('previews a change, audited, and tells why it is refused', async () => {
    const { api, clouds, closed } = await setup();
    const preview = async () =>
      (
        await api.post('/api/mosk/clouds/one/preview').send({
          kind: 'OpenStackDeployment',
          input,
          specVersion: 'uid-1/2',
        })
      ).body;
    clouds[0].set([]);
    clouds[0].apply.mockResolvedValueOnce({
      operation: 'created',
      object: { kind: 'OpenStackDeployment', name: 'osdpl' },
      warnings: ['unknown field'],
      diff: { before: '', after: 'a: 1', changedPaths: [], hiddenOnly: false },
      sentYaml: 'a: 1',
      hash: 'abc',
    });
    const accepted = await preview();
    expect(accepted.problems).toEqual([]);
    expect(clouds[0].apply).toHaveBeenCalledWith(
      expect.objectContaining({
        dryRun: true,
        expectedSpecVersion: 'uid-1/2',
        requester: { user: 'user:default/mock' },
      }),
    );
    expect(accepted).toMatchObject({
      operation: 'create',
      dryRun: { result: 'accepted' },
      hash: 'abc',
      warnings: ['unknown field'],
    });
    clouds[0].apply.mockRejectedValueOnce(
      createApplyError({
        reason: 'conflict',
        message: 'conflict with kubectl-edit',
        conflicts: [{ path: 'spec.size', manager: 'kubectl-edit' }],
      }),
    );
    expect(await preview()).toMatchObject({
      conflicts: [{ path: 'spec.size', manager: 'kubectl-edit' }],
      dryRun: { result: 'refused', message: 'conflict with kubectl-edit' },
    });
    clouds[0].apply.mockRejectedValueOnce(
      createApplyError({
        reason: 'admission-unavailable',
        message: 'connection refused',
      }),
    );
    expect((await preview()).dryRun.message).toContain(
      'The admission webhook of the cloud does not answer',
    );
    expect(closed).toEqual(
      Array(3).fill({ eventId: 'change-preview', outcome: 'succeeded' }),
    );

    clouds[0].set([osdpl('tiny')]);
    const upgrade = await api
      .get('/api/mosk/clouds/one/openstack/upgrade')
      .expect(200);
    expect(upgrade.body).toMatchObject({
      current: 'caracal',
      object: { name: 'osdpl' },
    });
  });

  it('shows a live manifest as an auditor event, and a missing one as a failed one', async () => {
    const { api, clouds, closed } = await setup();
    const query = { kind: 'OpenStackDeployment', name: 'osdpl' };
    await api.get('/api/mosk/clouds/one/manifest').query(query).expect(404);
    clouds[0].readManifest.mockResolvedValueOnce({
      object: query,
      uid: 'uid-1',
      specVersion: 'uid-1/7',
      spec: { size: 'tiny' },
      yaml: 'spec: {}',
    });
    const { body } = await api
      .get('/api/mosk/clouds/one/manifest')
      .query(query)
      .expect(200);
    expect(body).toMatchObject({
      spec: { size: 'tiny' },
      specVersion: 'uid-1/7',
    });
    expect(closed).toEqual([
      { eventId: 'manifest-read', outcome: 'failed' },
      { eventId: 'manifest-read', outcome: 'succeeded' },
    ]);
  });
});
