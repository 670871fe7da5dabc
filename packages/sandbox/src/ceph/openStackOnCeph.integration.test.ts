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
import { runningCloud } from '../openstack/runningCloud';
import { History } from '../testing/History';
import { startSandbox, TestSandbox } from '../testing/startSandbox';
import { cephNamespace } from './generation';
import { runningCluster } from './runningCluster';

jest.setTimeout(120_000);

const openstack = 'openstack';
const components = ['ceph', 'openstack'];

describe('OpenStack on Ceph', () => {
  let sandbox: TestSandbox;

  afterEach(() => sandbox?.stop());

  it('waits for the keys of Ceph, and is applied when they are there', async () => {
    sandbox = await startSandbox({ components, release: '26.2' });
    const [cloud] = sandbox.clouds;
    const events = new History(cloud, identities.Event, openstack);
    const status = new History(
      cloud,
      identities.OpenStackDeploymentStatus,
      openstack,
    );
    try {
      await cloud.adminClient.create(
        identities.OpenStackDeployment,
        runningCloud('cloud-1'),
      );
      await events.until(({ message }) =>
        message?.includes(
          'Secret openstack-ceph-shared/openstack-ceph-keys is not there yet',
        ),
      );
      const waiting = await status.until(
        one => one.status?.services?.identity?.state === 'APPLIED',
      );
      expect(waiting.status.osdpl).toMatchObject({
        state: 'APPLYING',
        release: 'MOSK 26.2',
      });
      expect(waiting.status.services.image.state).toBe('APPLYING');
      await cloud.adminClient.create(
        identities.CephDeployment,
        runningCluster.CephDeployment,
      );
      const applied = await status.until(
        one => one.status?.osdpl?.state === 'APPLIED',
      );
      expect(applied.status.services.image.state).toBe('APPLIED');
    } finally {
      await Promise.all([events.end(), status.end()]);
    }
  });

  it('runs from the start where that is asked for, each cloud with the kinds of its release', async () => {
    sandbox = await startSandbox({
      clouds: ['north', 'south'],
      components,
      release: ['25.2', '26.2'],
      cloudState: ['running', 'storage'],
    });
    const [north, south] = sandbox.clouds.map(cloud => cloud.adminClient);
    const [miraCeph] = (await north.list(identities.MiraCeph)).items;
    // Verified again and again.
    expect(['Ready', 'Validation']).toContain(miraCeph.status.phase);
    expect(miraCeph.status).toMatchObject({
      clusterVersion: 'v18.2.4',
      validation: { result: 'Succeed', lastValidatedGeneration: 1 },
    });
    const [deployed] = (await north.list(identities.OpenStackDeploymentStatus))
      .items;
    expect(deployed.status.osdpl).toMatchObject({
      state: 'APPLIED',
      release: 'MOSK 25.2',
    });
    await expect(north.list(identities.CephDeployment)).rejects.toMatchObject({
      statusCode: 404,
    });

    await expect(
      south.get(identities.CephDeploymentHealth, cephNamespace, 'rook-ceph'),
    ).resolves.toMatchObject({ status: { state: 'Ok' } });
    const [cluster] = (await south.list(identities.CephCluster)).items;
    expect(cluster.status.ceph.health).toBe('HEALTH_OK');
    const deployments = await south.list(identities.OpenStackDeployment);
    expect(deployments.items).toEqual([]);
    await expect(south.list(identities.MiraCeph)).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
