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

import { ConfigReader } from '@backstage/config';
import {
  deployment,
  openStackDeployment,
  resourceIdentities,
} from '@mosk-portal/plugin-mosk-common';
import { Fault, startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import { DefaultMoskClouds } from '../DefaultMoskClouds';
import { collectingLogger } from '../testing/collectingLogger';
import { until } from '../testing/until';
import { MoskCloud, SnapshotChange } from '../types';

const fast = {
  watchdog: { seconds: 2 },
  steady: { milliseconds: 300 },
  requestTimeout: { seconds: 2 },
  backoff: { initial: { milliseconds: 50 }, max: { milliseconds: 400 } },
};

const deploymentNamed = (name: string) => ({
  metadata: { name, namespace: 'openstack' },
  spec: {
    selector: { matchLabels: { name } },
    template: {
      metadata: { labels: { name } },
      spec: { containers: [{ name: 'main', image: 'none' }] },
    },
  },
});

describe('the inventory', () => {
  let sandbox: TestSandbox;
  let clouds: DefaultMoskClouds;
  let cloud: MoskCloud;
  let removed: string[];
  const logger = collectingLogger();

  const names = (of: MoskCloud = cloud) =>
    of
      .snapshot()
      .objects(deployment)
      .map(item => item.metadata.name);
  const isLive = () =>
    cloud.snapshot().connection.state === 'live' && cloud.snapshot().complete;

  beforeAll(async () => {
    sandbox = await startSandbox({
      clouds: 2,
      withoutKinds: ['OpenStackDeploymentStatus'],
    });
    const config = sandbox.portalConfig({ throughProxy: true });
    clouds = await DefaultMoskClouds.fromConfig(
      new ConfigReader({
        ...config,
        mosk: { ...config.mosk, inventory: fast },
      } as any),
      { logger },
    );
    cloud = clouds.list()[0];
    removed = [];
    cloud.subscribe((change: SnapshotChange) =>
      removed.push(
        ...change.objects
          .filter(({ type }) => type === 'removed')
          .map(({ object }) => `${object.kind} ${object.name}`),
      ),
    );
    await until(cloud, () => isLive(), 'live');
    await sandbox.clouds[0].adminClient.create(
      resourceIdentities.Deployment,
      deploymentNamed('first'),
    );
    await until(cloud, () => names().includes('first'), 'first is there');
  }, 900_000);

  afterEach(() => sandbox.faults.clear());

  afterAll(async () => {
    await clouds?.stop();
    await sandbox?.stop();
  }, 60_000);

  const faults: Array<[string, Fault, string]> = [
    ['dropped connections', { type: 'drop' }, 'stale'],
    ['401', { type: 'status', status: 401 }, 'unauthorized'],
    ['429', { type: 'status', status: 429, retryAfter: 1 }, 'stale'],
    ['500', { type: 'status', status: 500 }, 'stale'],
    ['HTTP 410', { type: 'status', status: 410 }, 'stale'],
    ['expired watches', { type: 'expire' }, 'stale'],
    ['malformed JSON', { type: 'malformed' }, 'stale'],
    ['late answers', { type: 'delay', delay: 5000 }, 'stale'],
    ['frozen watches', { type: 'freeze' }, 'stale'],
  ];

  it.each(faults)(
    'outlives %s',
    async (title, fault, state) => {
      await until(cloud, isLive, 'live before');
      const [{ adminClient }] = sandbox.clouds;
      const name = `during-${title.toLowerCase().replace(/\W+/g, '-')}`;
      await sandbox.faults.add(fault);
      if (fault.type === 'status' || fault.type === 'delay') {
        // Running watches do not feel these: only who comes anew.
        await sandbox.faults.add({ type: 'drop', verbs: ['watch'], count: 20 });
      }
      await until(
        cloud,
        ({ connection }) => connection.state === state,
        `${state} because of ${title}`,
      );
      const { connection, complete } = cloud.snapshot();
      expect(complete).toBe(false);
      expect(connection.error).toEqual(expect.any(String));
      expect(connection.nextAttemptAt).toEqual(expect.any(String));
      expect(names()).toContain('first');

      await adminClient.create(
        resourceIdentities.Deployment,
        deploymentNamed(name),
      );
      await sandbox.faults.clear();
      await until(cloud, isLive, 'live again');
      await until(cloud, () => names().includes(name), 'nothing lost');
      expect(cloud.snapshot().connection.error).toBeUndefined();
      expect(removed).toEqual([]);
    },
    90_000,
  );

  it('goes on without a kind that it may not read, and says so', async () => {
    await until(cloud, isLive, 'live before');
    const path = 'apis/apps/v1/deployments';
    await sandbox.faults.add({ type: 'status', status: 403, path });
    await sandbox.faults.add({
      type: 'drop',
      path,
      verbs: ['watch'],
      count: 1,
    });
    // Other watches are cut and opened again meanwhile, by the short watchdog of these tests.
    await until(
      cloud,
      ({ complete, missing }) =>
        !complete &&
        missing.some(
          ({ kind, reason }) =>
            kind === 'Deployment' && /forbidden|403/i.test(reason),
        ),
      'Deployments are missing, and why',
    );
    expect(names()).toContain('first');
    await sandbox.faults.clear();
    await until(cloud, isLive, 'live again');
    expect(cloud.snapshot().missing).toEqual([]);
    expect(removed).toEqual([]);
  }, 90_000);

  it('keeps its clouds apart', async () => {
    const [, other] = clouds.list();
    await sandbox.clouds[1].faults.add({ type: 'drop' });
    const stop = other.subscribe(() => {});
    await until(
      other,
      ({ connection }) => connection.state === 'unreachable',
      'the other is unreachable',
    );
    expect(other.snapshot().discovered).toEqual([]);
    expect(other.snapshot().complete).toBe(false);
    await until(cloud, isLive, 'the one is live');
    await sandbox.clouds[1].faults.clear();
    await until(other, snapshot => snapshot.complete, 'the other is live');
    expect(names(other)).not.toContain('first');
    stop();
  }, 90_000);

  it('notices kinds that are installed and removed later, and tells of removals', async () => {
    const [{ adminClient }] = sandbox.clouds;
    const { OpenStackDeploymentStatus: status } = resourceIdentities;
    expect(cloud.snapshot().discovered).not.toContain(status.kind);
    expect(cloud.snapshot().discovered).toContain(
      openStackDeployment.identity.kind,
    );
    const definitions = {
      group: 'apiextensions.k8s.io',
      version: 'v1',
      kind: 'CustomResourceDefinition',
      plural: 'customresourcedefinitions',
      namespaced: false,
    };
    await adminClient.create(definitions, {
      metadata: { name: `${status.plural}.${status.group}` },
      spec: {
        group: status.group,
        scope: 'Namespaced',
        names: {
          plural: status.plural,
          singular: status.plural,
          kind: status.kind,
        },
        versions: [
          {
            name: status.version,
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
          },
        ],
      },
    } as any);
    await until(
      cloud,
      ({ discovered, complete }) =>
        discovered.includes(status.kind) && complete,
      'the kind is found',
    );
    await adminClient.delete(
      definitions,
      undefined,
      `${status.plural}.${status.group}`,
    );
    await until(
      cloud,
      ({ discovered, complete }) =>
        !discovered.includes(status.kind) && complete,
      'the kind is gone',
    );
    await adminClient.delete(
      resourceIdentities.Deployment,
      'openstack',
      'first',
    );
    await until(cloud, () => !names().includes('first'), 'first is gone');
    await until(cloud, () => removed.length > 0, 'told');
    expect(removed).toEqual(['Deployment first']);
  }, 90_000);
});
