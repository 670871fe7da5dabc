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

import { identities } from '../simulation/identities';
import { KubernetesObject, Resource } from '../kubernetes';
import { History } from '../testing/History';
import { SandboxCloud } from '../testing/SandboxCloud';
import { startSandbox, TestSandbox } from '../testing/startSandbox';
import { cephNamespace } from './generation';
import { cephDeployment } from './generations/cephDeployment';
import { miraCeph } from './generations/miraCeph';
import { runningCluster } from './runningCluster';

jest.setTimeout(60_000);

const rook = 'rook-ceph';
const applied = 'Ceph cluster configuration successfully applied';
const done = (generation: number) => (object: KubernetesObject) =>
  object.metadata.generation === generation &&
  object.status?.validation?.lastValidatedGeneration === generation &&
  object.status.phase === 'Ready' &&
  object.status.message === applied;
const says = (phase: string, text: string) => (object: KubernetesObject) =>
  object.status?.phase === phase && object.status.message.includes(text);

describe.each([
  { release: '25.2', generation: miraCeph, states: ['Ready', 'Failed'] },
  { release: '26.2', generation: cephDeployment, states: ['Ok', 'Failed'] },
])('Ceph of MOSK $release', ({ release, generation, states }) => {
  const { kind, identities: own } = generation;
  const [good, bad] = states;
  let sandbox: TestSandbox;
  let cloud: SandboxCloud;
  let spec: History;
  let health: History;
  let cluster: History;

  const change = (patch: object) =>
    cloud.adminClient.patch(own.spec, cephNamespace, 'rook-ceph', patch);
  const list = async (resource: Resource, namespace: string) =>
    (await cloud.adminClient.list(resource, namespace)).items;
  const mark = () => [spec, health, cluster].forEach(one => one.mark());
  const phases = () =>
    spec.recent.map(({ status }) => `${status?.phase}: ${status?.message}`);

  beforeAll(async () => {
    sandbox = await startSandbox({ release, components: ['ceph'] });
    [cloud] = sandbox.clouds;
    spec = new History(cloud, own.spec, cephNamespace);
    health = new History(cloud, own.health, cephNamespace);
    cluster = new History(cloud, identities.CephCluster, rook);
  });

  afterAll(async () => {
    await Promise.all([spec, health, cluster].map(one => one?.end()));
    await sandbox?.stop();
  });

  it('is created write by write, daemon by daemon', async () => {
    const names = async () =>
      (await list(identities.Deployment, rook)).map(
        ({ metadata }) => metadata.name,
      );
    expect(await names()).toEqual(['rook-ceph-operator']);
    const keys = { namespace: 'openstack-ceph-shared' };
    expect(await list(identities.Secret, keys.namespace)).toEqual([]);

    await cloud.adminClient.create(own.spec, runningCluster[kind]);
    const ready = await spec.until(done(1));
    expect(ready.metadata.finalizers).toEqual([generation.finalizer]);
    expect(ready.status.clusterVersion).toBe(`v${generation.cephVersion}`);
    const order = [
      'Creating: undefined',
      `Creating: Validation of ${kind} spec is ok`,
      'Deploying: Ceph cluster is deploying',
      'Deploying: Ceph cluster configuration apply is in progress: label nodes',
      'Deploying: Ceph cluster configuration apply is in progress: cephcluster, cephblockpools, shared filesystems',
      'Deploying: Ceph cluster configuration apply is failed: failed to ensure cephcluster',
    ];
    const seen = [...new Set(phases())];
    expect(seen.filter(phase => order.includes(phase))).toEqual(order);
    expect(seen.join()).toMatch(/in progress: .*Openstack secret/);

    const messages = cluster.recent.map(({ status }) => status?.message);
    for (const message of [
      'Configuring Ceph Mons',
      'Configuring Ceph Mgr(s)',
      'Processing OSD 2 on node "storage-3"',
      'Cluster created successfully',
    ]) {
      expect(messages).toContain(message);
    }
    expect(await names()).toEqual(
      expect.arrayContaining([
        'rook-ceph-mds-cephfs-store-b',
        'rook-ceph-mgr-b',
        'rook-ceph-mon-c',
        'rook-ceph-osd-2',
        'rook-ceph-rgw-openstack-store-a',
      ]),
    );
    const pools = await list(identities.CephBlockPool, rook);
    expect(pools.map(({ metadata }) => metadata.name)).toContain('vms-ssd');
    for (const part of [
      ...pools,
      ...(await list(identities.CephObjectStore, rook)),
      ...(await list(identities.CephFilesystem, rook)),
    ]) {
      expect(part.status.phase).toBe('Ready');
    }
    expect(await list(identities.Secret, keys.namespace)).toHaveLength(1);
    const { status } = await health.until(one => one.status?.state === good);
    expect(JSON.stringify(status)).toContain('3 mons, quorum [a b c]');
  });

  it('is verified again and again, and shows for a moment the old phase with the new generation', async () => {
    mark();
    await spec.until(says('Validation', 'is verifying'));
    await spec.until(done(1));
    mark();
    await change({ spec: { extraOpts: { enableProgressEvents: true } } });
    await spec.until(done(2));
    const window = spec.recent.find(
      ({ status }) =>
        status.validation.lastValidatedGeneration === 2 &&
        status.phase === 'Ready',
    );
    expect(window?.status.message).toBe(`Validation of ${kind} spec is ok`);
  });

  it('refuses a spec that is wrong, and goes on when it is mended', async () => {
    mark();
    const { nodes } = runningCluster[kind].spec;
    await change({
      spec: { nodes: [...nodes, { name: 'storage-9', roles: ['mon'] }] },
    });
    const { status } = await spec.until(
      says('Failed', `Validation of ${kind} spec is failed`),
    );
    expect(status.validation).toEqual({
      result: 'Failed',
      lastValidatedGeneration: 3,
      messages: [
        'count of nodes with role "mon" must be odd, but 4 are specified',
        "node 'storage-9' is not found among nodes of the cluster",
      ],
    });
    await change({ spec: { nodes } });
    const { status: mended } = await spec.until(done(4));
    expect(mended.validation.messages).toBeUndefined();

    mark();
    await cloud.command('fail-ceph-validation', { message: 'not today' });
    const told = await spec.until(({ status: one }) => one.phase === 'Failed');
    expect(told.status.validation.messages).toEqual(['not today']);
    await cloud.command('heal-ceph');
    await spec.until(done(4));
  });

  it('warns of an OSD that is down, until it is healed', async () => {
    mark();
    await expect(cloud.command('osd-down', ['17'])).rejects.toThrow(
      /There is no OSD 17 .*there are 0, 1, 2/,
    );
    await cloud.command('osd-down', ['1']);
    const osd = () =>
      cloud.adminClient.get(identities.Deployment, rook, 'rook-ceph-osd-1');
    expect((await osd()).status.readyReplicas ?? 0).toBe(0);
    const { status } = await cluster.until(
      one => one.status.ceph.health === 'HEALTH_WARN',
    );
    expect(status.ceph.details).toMatchObject({
      OSD_DOWN: { severity: 'HEALTH_WARN', message: '1 osds down' },
      OSD_HOST_DOWN: { message: '1 host (1 osds) down' },
      PG_DEGRADED: {},
    });
    const report = await health.until(one => one.status.state === bad);
    const text = JSON.stringify(report.status);
    expect(text).toContain("deployment 'rook-ceph-osd-1' is not ready");
    expect(text).toContain('3 osds, 2 up, 3 in');

    mark();
    await cloud.command('osd-up', ['1']);
    const well = await cluster.until(
      one => one.status.ceph.health === 'HEALTH_OK',
    );
    expect(well.status.ceph.details).toBeUndefined();
    await health.until(one => one.status.state === good);
  });

  it('waits while OSDs are removed or the cloud is maintained, and tells at which step it fails', async () => {
    mark();
    await cloud.command('ceph-on-hold');
    await spec.until(says('OnHold', 'under request processing'));
    await cloud.command('ceph-resume');
    await spec.until(says('Deploying', 'is deploying'));
    await spec.until(done(4));
    mark();
    await cloud.command('ceph-maintenance');
    await spec.until(says('Maintenance', 'reconcile is paused'));
    await cloud.command('heal-ceph');
    await spec.until(done(4));
    mark();
    await cloud.command('fail-ceph-step', { step: 'storageclasses' });
    await spec.until(
      says('Deploying', 'apply is failed: failed to ensure storageclasses'),
    );
    mark();
    await cloud.command('heal-ceph');
    await spec.until(done(4));
    const [removal] = await list(own.removal, cephNamespace);
    expect(removal.status.phase).toBe('Completed');
  });

  it('is taken down part by part when it is deleted, unless that is prevented', async () => {
    mark();
    await change({ spec: { extraOpts: { preventClusterDestroy: true } } });
    await spec.until(done(5));
    mark();
    await cloud.command('delete-ceph');
    await spec.until(({ metadata }) => Boolean(metadata.deletionTimestamp));
    await spec.until(says('Ready', applied));
    await change({ spec: { extraOpts: { preventClusterDestroy: false } } });
    await spec.until(says('Deleting', 'deletion is in progress'));
    await spec.until(object => object.gone);
    for (const identity of [
      identities.CephCluster,
      identities.CephBlockPool,
      identities.CephObjectStore,
      identities.CephFilesystem,
    ]) {
      expect(await list(identity, rook)).toEqual([]);
    }
    expect(
      (await list(identities.Deployment, rook)).map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(['rook-ceph-operator']);
    expect(await list(identities.Secret, 'openstack-ceph-shared')).toEqual([]);
    expect(await list(own.health, cephNamespace)).toEqual([]);
  });
});
