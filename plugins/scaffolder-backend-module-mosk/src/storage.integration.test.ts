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
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { JsonObject } from '@backstage/types';
import { MoskViews, resourceIdentities } from '@mosk-portal/plugin-mosk-common';
// What is applied here is followed there: the test shows both together.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import moskPlugin from '@mosk-portal/plugin-mosk-backend';
import { startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import {
  ask,
  Backend,
  endOfTask,
  readTemplate,
  startTask,
} from './__testUtils__/scaffolderTasks';
import { scaffolderModuleMosk } from './module';

const namespace = 'ceph-lcm-mirantis';
const patience = 60_000;

/** Both generations of Ceph: the cloud that has it, its kind, and one more pool in its shape. */
const generations = [
  {
    cloud: 'old',
    kind: 'MiraCeph',
    withPool: ({ pools }: any) => ({
      'spec.pools': [
        ...pools,
        { ...pools[0], name: 'more', role: 'more', default: false },
      ],
    }),
  },
  {
    cloud: 'new',
    kind: 'CephDeployment',
    withPool: ({ blockStorage: { pools } }: any) => ({
      'spec.blockStorage.pools': [
        ...pools,
        { ...pools[0], name: 'more', storageClassOpts: { default: false } },
      ],
    }),
  },
] as const;

/** An edit of one field, as a page that fills a form from the live object sends it. */
const editTemplate = () => {
  const entity = readTemplate('ceph-cluster');
  entity.metadata.name = 'ceph-edit';
  entity.spec.parameters = [];
  entity.spec.steps[0].input = {
    cloud: '${{ parameters.cloud }}',
    name: 'rook-ceph',
    edit: { set: '${{ parameters.set }}' },
  };
  entity.spec.steps[1].input = {
    cloud: '${{ parameters.cloud }}',
    manifestPath: '${{ steps.create.output.manifestPath }}',
    manifest: '${{ steps.create.output.manifest }}',
    editedPaths: '${{ steps.create.output.editedPaths }}',
  };
  return entity;
};

const monitors = (count: number) =>
  [1, 2, 3].map(index => ({
    name: `storage-${index}`,
    roles: index <= count ? ['mon', 'mgr'] : [],
    devices: [{ path: `/dev/disk/by-id/nvme-${index}`, deviceClass: 'ssd' }],
  }));

const storage = (cloud: string, more: JsonObject = {}): JsonObject => ({
  cloud,
  name: 'rook-ceph',
  publicNetworks: ['10.20.0.0/24'],
  clusterNetworks: ['10.21.0.0/24'],
  nodes: monitors(3),
  pools: [
    { name: 'kubernetes', default: true, deviceClass: 'ssd', replicas: 3 },
  ],
  preview: {},
  ...more,
});

describe('storage and releases, from template to the end of the rollout', () => {
  let sandbox: TestSandbox;
  let backend: Backend;

  const cloudOf = (name: string) =>
    sandbox.clouds.find(cloud => cloud.name === name)!;
  const run = async (template: string, values: JsonObject) =>
    endOfTask(backend, await startTask(backend, template, values));
  const live = (cloud: string, kind: 'MiraCeph' | 'CephDeployment') =>
    cloudOf(cloud).adminClient.get(
      resourceIdentities[kind],
      namespace,
      'rook-ceph',
    ) as Promise<any>;
  /** The newest rollout of a kind, once it is as wanted. */
  const rollout = async (
    cloud: string,
    kind: string,
    wanted: (one: MoskViews.RolloutSummary) => boolean,
  ): Promise<MoskViews.RolloutDetail> => {
    const last = Date.now() + patience;
    for (;;) {
      const { items } = await ask(
        backend,
        `mosk/rollouts?cloud=${cloud}&kind=${kind}`,
      );
      if (items[0] && wanted(items[0])) {
        return ask(backend, `mosk/rollouts/${items[0].id}`);
      }
      if (Date.now() > last) {
        throw new Error(`Not as wanted: ${JSON.stringify(items)}`);
      }
      await new Promise(wake => {
        setTimeout(wake, 100);
      });
    }
  };

  beforeAll(async () => {
    sandbox = await startSandbox({
      clouds: ['old', 'new'],
      release: ['25.2', '26.2'],
      components: ['ceph', 'helm'],
      timeScale: 0.05,
    });
    const data = JSON.parse(JSON.stringify(sandbox.portalConfig()));
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleMosk,
        moskPlugin,
        catalogServiceMock.factory({
          entities: [
            readTemplate('ceph-cluster'),
            readTemplate('helm-bundle'),
            editTemplate(),
          ],
        }),
        mockServices.rootConfig.factory({ data }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });
    // Who rules a Ceph cluster is not known before the cloud was read.
    const last = Date.now() + patience;
    const connecting = async () =>
      (await ask(backend, 'mosk/clouds')).items.some(
        ({ connection }: MoskViews.CloudSummary) => connection.state !== 'live',
      );
    while (await connecting()) {
      if (Date.now() > last) {
        throw new Error('The clouds are not read');
      }
      await new Promise(wake => {
        setTimeout(wake, 100);
      });
    }
  }, 900_000);

  afterAll(async () => {
    await backend?.stop();
    await sandbox?.stop();
  }, 60_000);

  describe.each(generations)('$kind', ({ cloud, kind, withPool }) => {
    it('is refused by field, and nothing is made', async () => {
      const refused = await run(
        'ceph-cluster',
        storage(cloud, { nodes: monitors(0) }),
      );
      expect(refused).toMatchObject({ status: 'failed' });
      expect(refused.log).toMatch(/spec\.nodes: No node has the role mon/);
      await expect(live(cloud, kind)).rejects.toThrow(/not found/i);
    }, 180_000);

    it('is created, waited for, and remembered step by step', async () => {
      const created = await run('ceph-cluster', storage(cloud));
      expect(created).toMatchObject({ status: 'completed' });
      expect(created.log).toMatch(/Waiting for /);
      expect(created.log).toContain('is rolled out');

      const remembered = await rollout(
        cloud,
        kind,
        ({ state }) => state === 'done',
      );
      expect(remembered).toMatchObject({
        cause: 'create',
        state: 'done',
        author: {
          manager: 'mosk-portal',
          user: 'user:default/mock',
          template: 'template:default/ceph-cluster',
        },
        progress: { fraction: 1 },
        object: { kind, namespace, name: 'rook-ceph' },
      });
      expect(remembered.steps.length).toBeGreaterThan(3);
      expect(remembered.steps.map(({ state }) => state)).toEqual(
        remembered.steps.map(() => 'done'),
      );
    }, 180_000);

    it('is changed, and a change that its operator finds wrong says why until it is mended', async () => {
      const { spec } = await live(cloud, kind);
      const set = withPool(spec);
      const message = 'the quota of pool more is not supported';
      await cloudOf(cloud).command('fail-ceph-validation', { message });
      const failed = await run('ceph-edit', { cloud, set });
      expect(failed).toMatchObject({ status: 'failed' });
      expect(failed.log).toContain(message);
      const wrong = await rollout(
        cloud,
        kind,
        ({ state }) => state === 'failed',
      );
      expect(wrong.cause).toBe('change');
      expect(JSON.stringify(wrong.diff)).toContain('more');
      expect(JSON.stringify(wrong)).toContain(message);

      await cloudOf(cloud).command('heal-ceph');
      const mended = await rollout(
        cloud,
        kind,
        ({ state }) => state === 'done',
      );
      expect(mended).toMatchObject({ cause: 'resume', state: 'done' });
      expect(mended.id).not.toBe(wrong.id);
    }, 180_000);
  });

  it('installs a HelmBundle in the order that its releases need, and remembers it', async () => {
    const release = (name: string, requires: string[]) => ({
      name,
      namespace: 'osh-system',
      chart: `internal/${name}`,
      version: '1.0.0',
      requires,
    });
    const installed = await run('helm-bundle', {
      cloud: 'new',
      name: 'extras',
      namespace: 'osh-system',
      repositories: [{ name: 'internal', url: 'https://charts.example.org' }],
      releases: [release('proxy', []), release('page', ['proxy'])],
      preview: {},
    });
    expect(installed).toMatchObject({ status: 'completed' });
    const { steps } = await rollout(
      'new',
      'HelmBundle',
      ({ object, state }) => object.name === 'extras' && state === 'done',
    );
    const [proxy, page] = ['proxy', 'page'].map(
      name => steps.find(({ id }) => id.endsWith(name))!,
    );
    expect(Date.parse(page.endedAt!)).toBeGreaterThanOrEqual(
      Date.parse(proxy.endedAt!),
    );
  }, 180_000);
});
