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
import { plantedSecret } from './run/plantedSecret';
import { runningCloud } from './runningCloud';
import { KubernetesObject } from '../kubernetes';
import { History } from '../testing/History';
import { SandboxCloud } from '../testing/SandboxCloud';
import { startSandbox, TestSandbox } from '../testing/startSandbox';

jest.setTimeout(180_000);

const namespace = 'openstack';

const osdpl = (object: KubernetesObject) => object.status?.osdpl ?? {};
const ended = (state: string) => (object: KubernetesObject) =>
  osdpl(object).state === state;
const healthy = (object: KubernetesObject) => {
  const [ready, all] = (osdpl(object).health ?? '0/1').split('/');
  return ready === all;
};
const done = (object: KubernetesObject) =>
  ended('APPLIED')(object) && healthy(object);

describe('a cloud from its creation to its deletion', () => {
  let sandbox: TestSandbox;
  let cloud: SandboxCloud;
  let status: History;
  let deployment: History;

  const patch = (change: object) =>
    cloud.adminClient.patch(
      identities.OpenStackDeployment,
      namespace,
      'cloud-1',
      change,
    );
  const events = async () =>
    (await cloud.adminClient.list(identities.Event, namespace)).items.map(
      ({ message }) => message,
    );
  const mark = () => {
    status.mark();
    deployment.mark();
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ timeScale: 0.01 });
    [cloud] = sandbox.clouds;
    status = new History(
      cloud,
      identities.OpenStackDeploymentStatus,
      namespace,
    );
    deployment = new History(cloud, identities.OpenStackDeployment, namespace);
  });

  afterAll(async () => {
    await Promise.all([status?.end(), deployment?.end()]);
    await sandbox?.stop();
  });

  it('refuses what the admission refuses', async () => {
    const wrong = runningCloud('cloud-1');
    wrong.spec.size = 'huge';
    await expect(
      cloud.adminClient.create(identities.OpenStackDeployment, wrong),
    ).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(
        /rockoon-admission\.osh-system\.svc.*spec\.size/,
      ),
    });
    const { items } = await cloud.adminClient.list(
      identities.ValidatingWebhookConfiguration,
    );
    expect(items.map(({ metadata }) => metadata.name)).toContain(
      'rockoon-admission',
    );
  });

  it('skips a draft, and creates what it was when the draft ends', async () => {
    const wanted = runningCloud('cloud-1');
    wanted.spec.size = 'single';
    wanted.spec.draft = true;
    await cloud.adminClient.create(identities.OpenStackDeployment, wanted);
    await deployment.until(
      ({ status: own }) => own?.handle?.lastStatus === 'create drafted',
    );
    expect(status.seen).toHaveLength(0);

    mark();
    await patch({ spec: { draft: false } });
    await status.until(done);
    const states = new Set(
      status.recent.map(
        object => `${osdpl(object).state} ${osdpl(object).cause}`,
      ),
    );
    expect([...states]).toEqual(
      expect.arrayContaining(['APPLYING update', 'APPLIED update']),
    );

    const live = await cloud.adminClient.get(
      identities.OpenStackDeploymentStatus,
      namespace,
      'cloud-1',
    );
    const { osdpl: overall, services, health } = live.status;
    expect(overall.lcm_progress).toBe('19/19');
    expect(overall.changes).toContain(plantedSecret);
    expect(services.image).toMatchObject({
      state: 'APPLIED',
      openstack_version: 'caracal',
      fingerprint: overall.fingerprint,
    });
    expect(services['app-gateway']).toBeUndefined();
    expect(health.nova['compute-default'].status).toBe('Ready');
    expect(health.rabbitmq.server.status).toBe('Ready');
    expect(live.metadata.ownerReferences).toHaveLength(1);

    const own = await deployment.until(
      ({ status: s }) => s?.handle?.lastStatus === 'updated',
    );
    expect(own.status).toMatchObject({
      version: '1.1.4',
      fingerprint: overall.fingerprint,
    });
    expect(own.metadata.finalizers).toEqual([
      'lcm.mirantis.com/rockoon.osdpl-finalizer',
    ]);
    const handled = await deployment.until(
      ({ metadata }) =>
        !metadata.annotations?.['kopf.zalando.org/handle'] &&
        JSON.parse(
          metadata.annotations?.[
            'kopf.zalando.org/last-handled-configuration'
          ] ?? '{}',
        ).spec?.draft === false,
    );
    expect(handled.spec.draft).toBe(false);
    expect(await events()).toContain('updated for image');
    const pods = await cloud.adminClient.list(identities.Pod, namespace);
    expect(pods.items.every(({ spec }) => spec.nodeName)).toBe(true);
  });

  it('lets a change wait that comes during a run, and removes services', async () => {
    mark();
    await patch({ spec: { region_name: 'RegionTwo' } });
    const first = await status.until(ended('APPLYING'));
    await patch({ spec: { features: { services: [] } } });
    const second = await status.until(
      object =>
        ended('APPLYING')(object) &&
        osdpl(object).fingerprint !== osdpl(first).fingerprint,
    );
    const between = status.recent.slice(
      status.recent.indexOf(first),
      status.recent.indexOf(second),
    );
    expect(between.some(ended('APPLIED'))).toBe(true);
    await status.until(
      object => object.status?.services?.['instance-ha']?.state === 'DELETING',
    );
    const last = await status.until(
      object =>
        ended('APPLIED')(object) &&
        osdpl(object).fingerprint === osdpl(second).fingerprint,
    );
    expect(last.status.services['instance-ha']).toBeUndefined();
    await deployment.until(({ metadata, spec }) => {
      const text =
        metadata.annotations?.['kopf.zalando.org/last-handled-configuration'];
      return spec.features.services.length === 0 && Boolean(text);
    });
  });

  it('upgrades service by service, then all at once', async () => {
    await expect(
      patch({ spec: { openstack_version: 'gazpacho' } }),
    ).rejects.toThrow('skips releases');
    mark();
    await patch({ spec: { openstack_version: 'epoxy' } });
    await status.until(
      object =>
        osdpl(object).openstack_version === 'epoxy' &&
        object.status.services.compute?.state === 'WAITING' &&
        object.status.services.identity?.state === 'APPLIED',
    );
    await expect(
      patch({ spec: { openstack_version: 'caracal' } }),
    ).rejects.toThrow('downgrade');
    const end = await status.until(
      object =>
        osdpl(object).openstack_version === 'epoxy' && ended('APPLIED')(object),
    );
    const progress = status.recent
      .slice(0, status.recent.indexOf(end))
      .filter(object => osdpl(object).openstack_version === 'epoxy')
      .map(object => Number(osdpl(object).lcm_progress.split('/')[0]));
    const peak = Math.max(...progress.slice(0, progress.lastIndexOf(0)));
    expect(peak).toBeGreaterThanOrEqual(5);
    expect(osdpl(end).lcm_progress).toBe('18/18');
    const nova = await cloud.adminClient.get(
      identities.Deployment,
      namespace,
      'nova-api-osapi',
    );
    expect(nova.spec.template.spec.containers[0].image).toContain('epoxy');
    await status.until(
      object => osdpl(object).openstack_version === 'epoxy' && done(object),
    );
  });

  it('retries what is temporary and gives up what is not', async () => {
    mark();
    await cloud.command('stall-service', { service: 'image' });
    await patch({ spec: { region_name: 'RegionThree' } });
    const retrying = await deployment.until(
      ({ metadata }) =>
        JSON.parse(
          metadata.annotations?.['kopf.zalando.org/handle'] ?? '{"retries":0}',
        ).retries > 1,
    );
    expect(retrying.metadata.annotations).toMatchObject({
      'kopf.zalando.org/handle': expect.stringContaining('service image'),
    });
    await cloud.command('fail-service', { service: 'image' });
    const failed = await status.until(ended('FAILED'));
    expect(osdpl(failed).cause).toBe('Failed running some tasks.');
    expect(failed.status.services.image.state).toBe('APPLYING');
    await expect(cloud.command('delete-deployment')).rejects.toThrow(
      'in transit state',
    );

    await cloud.command('heal-service', { service: 'image' });
    mark();
    await cloud.command('restart-operator', ['1.1.5']);
    await status.until(
      object =>
        done(object) &&
        osdpl(object).cause === 'resume' &&
        osdpl(object).controller_version === '1.1.5',
    );
  });

  it('runs again for a watched Secret and tells of workloads that degrade', async () => {
    mark();
    await cloud.command('touch-watched-secret');
    const again = await status.until(ended('APPLYING'));
    expect(osdpl(again).cause).toBe('update');
    await status.until(
      object => done(object) && osdpl(object).cause === 'update',
    );

    mark();
    await cloud.command('degrade-workload', {
      workload: 'Deployment/glance-api',
    });
    const sick = await status.until(object => !healthy(object));
    expect(sick.status.health.glance.api.status).toBe('Unhealthy');
    mark();
    await cloud.command('heal-workload', { workload: 'Deployment/glance-api' });
    await status.until(healthy);
  });

  it('deletes all but leaves the operator', async () => {
    mark();
    await cloud.command('delete-deployment');
    await status.until(object =>
      Object.values<any>(object.status?.services ?? {}).some(
        ({ state }) => state === 'DELETING',
      ),
    );
    await deployment.until(({ gone }) => gone);
    await status.until(({ gone }) => gone);
    const left = await cloud.adminClient.list(identities.Deployment);
    expect(left.items.map(({ metadata }) => metadata.name).sort()).toEqual([
      'rockoon',
      'rockoon-admission',
      'rockoon-exporter',
    ]);
  });
});

describe('a cloud that runs from the start', () => {
  it('is complete as soon as the sandbox is ready', async () => {
    const sandbox = await startSandbox({
      clouds: ['west'],
      cloudState: 'running',
      timeScale: 0.01,
    });
    const status = new History(
      sandbox.clouds[0],
      identities.OpenStackDeploymentStatus,
      namespace,
    );
    try {
      const live = await status.until(done);
      expect(live.metadata.name).toBe('west');
      expect(live.status.osdpl.lcm_progress).toBe('19/19');
      const statefulSet = await sandbox.clouds[0].adminClient.get(
        identities.StatefulSet,
        namespace,
        'mariadb-server',
      );
      expect(statefulSet.status).toMatchObject({
        readyReplicas: 3,
        observedGeneration: 1,
      });
    } finally {
      await status.end();
      await sandbox.stop();
    }
  });
});
