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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { findKindDefinition } from '@mosk-portal/plugin-mosk-common';
import { CloudStore } from '../store/types';
import { fakeCloud, openStackObjects } from '../__testUtils__/fakeCloud';
import { MoskEntityProvider } from './MoskEntityProvider';
import { RemovalGuard } from './RemovalGuard';

const many = ['identity', 'compute', 'database', 'image', 'dns', 'placement'];

const providers: MoskEntityProvider[] = [];

function memoryStore(): CloudStore & { refs: string[]; free: boolean } {
  return {
    refs: [],
    free: true,
    async holdLease() {
      return this.free;
    },
    async releaseLease() {},
    async readEntityRefs() {
      return this.refs;
    },
    async writeEntityRefs(_cloud, refs) {
      this.refs = [...refs];
    },
    async listClouds() {
      return this.refs.length ? ['lab'] : [];
    },
  };
}

function start(store = memoryStore(), removalGuard = {}) {
  const cloud = fakeCloud();
  const logger = mockServices.logger.mock();
  const mutations: EntityProviderMutation[] = [];
  const applyMutation = jest.fn(async (mutation: EntityProviderMutation) => {
    mutations.push(mutation);
  });
  const provider = MoskEntityProvider.create({
    cloud,
    store,
    logger,
    guard: RemovalGuard.fromConfig(
      new ConfigReader({ catalog: { providers: { mosk: { removalGuard } } } }),
    ),
    delays: { lease: 30, settle: 1, retry: 1 },
  });
  providers.push(provider);
  const catalog = () => {
    const refs = new Set<string>();
    for (const mutation of mutations) {
      if (mutation.type === 'full') {
        refs.clear();
      }
      const added =
        mutation.type === 'full' ? mutation.entities : mutation.added;
      added.forEach(({ entity }) => refs.add(entity.metadata.name));
      if (mutation.type === 'delta') {
        mutation.removed.forEach(item =>
          refs.delete('entityRef' in item ? item.entityRef.split('/')[1] : ''),
        );
      }
    }
    return refs;
  };
  return {
    cloud,
    store,
    logger,
    mutations,
    applyMutation,
    provider,
    catalog,
    connect: () =>
      provider.connect({ applyMutation, refresh: async () => undefined }),
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => {
      setTimeout(resolve, 2);
    });
  }
}

afterEach(async () => {
  await Promise.all(providers.splice(0).map(provider => provider.stop()));
});

describe('MoskEntityProvider', () => {
  it('shows a cloud before it was reached, all of it once it was, and then what changes', async () => {
    const { cloud, catalog, connect, mutations, provider, store } = start();
    expect(provider.getProviderName()).toBe('mosk-lab');
    await connect();
    await until(() => mutations.length === 1);
    expect(mutations[0]).toMatchObject({ type: 'delta', removed: [] });
    expect([...catalog()]).toEqual(['lab', 'lab-kubernetes-cluster']);

    cloud.show(openStackObjects(['identity']));
    await until(() => mutations.length === 2);
    expect(mutations[1]).toMatchObject({ type: 'full' });

    cloud.show(openStackObjects(['identity', 'database']));
    await until(() => mutations.length === 3);
    const added = mutations[2] as Extract<
      EntityProviderMutation,
      { type: 'delta' }
    >;
    // What depends on the new one changes with it, and nothing else does.
    expect(added.added.map(({ entity }) => entity.metadata.name)).toEqual([
      'lab-openstack-service-database',
      'lab-openstack-service-identity',
    ]);
    expect(added.added[0].locationKey).toBe('mosk-lab');

    cloud.show(openStackObjects(['database']));
    await until(() => mutations.length === 4);
    expect(mutations[3]).toMatchObject({
      added: [],
      removed: [
        {
          entityRef: 'component:default/lab-openstack-service-identity',
          locationKey: 'mosk-lab',
        },
        { entityRef: 'api:default/lab-openstack-api-identity' },
      ],
    });
    expect(store.refs).toHaveLength(4);

    await provider.stop();
    expect(cloud.listeners()).toBe(0);
  });

  it('removes nothing of a cloud that it cannot see as a whole', async () => {
    const { cloud, catalog, connect, mutations } = start();
    cloud.show(openStackObjects(many));
    await connect();
    await until(() => mutations.length === 1);
    const before = [...catalog()];

    cloud.show([], { complete: false });
    // Something new is shown even so.
    cloud.show(openStackObjects(['memcached']), { complete: false });
    await until(() => mutations.length === 2);
    expect([...catalog()]).toEqual([
      ...before,
      'lab-openstack-service-memcached',
    ]);
  });

  it.each([
    ['while it runs', false],
    ['after a restart', true],
  ])('refuses to remove too many at once %s', async (_, restarted) => {
    const store = memoryStore();
    let run = start(store, { minimum: 3 });
    run.cloud.show(openStackObjects(many));
    await run.connect();
    await until(() => run.mutations.length === 1);
    const before = run.catalog().size;
    if (restarted) {
      await run.provider.stop();
      run = start(store, { minimum: 3 });
      run.cloud.show([]);
      await run.connect();
    } else {
      run.cloud.show([]);
    }
    await until(() => run.logger.error.mock.calls.length === 1);
    expect(run.logger.error.mock.calls[0][0]).toMatch(
      /^Catalog of cloud lab: 12 of 14 entities would be removed at once.*removalGuard\.share to 1/,
    );
    expect(store.refs).toHaveLength(before);
    run.cloud.show(openStackObjects(['memcached']));
    await until(() => run.catalog().has('lab-openstack-service-memcached'));
    expect(run.mutations.slice(restarted ? 0 : 1)).not.toContainEqual(
      expect.objectContaining({ type: 'full' }),
    );
  });

  it.each([
    ['while it runs', false],
    ['after a restart', true],
  ])(
    'lets a deleted deployment go with all of it %s, as its operator is there to tell',
    async (_, restarted) => {
      const store = memoryStore();
      let run = start(store, { minimum: 3 });
      const operator = findKindDefinition('Deployment')!.project({
        kind: 'Deployment',
        metadata: {
          name: 'openstack-operator',
          namespace: 'osh-system',
          uid: 'operator',
          labels: { 'app.kubernetes.io/name': 'openstack-operator' },
        },
        spec: { replicas: 1 },
      });
      run.cloud.show([...openStackObjects(many), operator]);
      await run.connect();
      await until(() => run.mutations.length === 1);
      if (restarted) {
        await run.provider.stop();
        run = start(store, { minimum: 3 });
      }
      run.cloud.show([operator], {
        discovered: ['OpenStackDeployment', 'Deployment'],
      });
      if (restarted) {
        await run.connect();
      }
      await until(() => store.refs.length === 3);
      expect([...run.catalog()].sort()).toEqual([
        'lab',
        'lab-kubernetes-cluster',
        'lab-operator-openstack',
      ]);
      expect(run.logger.error).not.toHaveBeenCalled();
    },
  );

  it('waits for the lease, and starts from all there is once it has it', async () => {
    const store = memoryStore();
    store.free = false;
    const { cloud, connect, mutations } = start(store);
    cloud.show(openStackObjects(['identity']));
    await connect();
    const held = jest.spyOn(store, 'holdLease');
    await until(() => held.mock.calls.length > 2);
    expect(mutations).toEqual([]);

    store.free = true;
    await until(() => mutations.length === 1);
    expect(mutations[0].type).toBe('full');

    store.free = false;
    const calls = held.mock.calls.length;
    await until(() => held.mock.calls.length > calls + 1);
    cloud.show(openStackObjects(['identity', 'compute']));
    store.free = true;
    await until(() => mutations.length === 2);
    expect(mutations[1].type).toBe('full');
  });

  it('tries again when the catalog or the database fails', async () => {
    const { cloud, connect, applyMutation, logger, mutations, store } = start();
    jest
      .spyOn(store, 'holdLease')
      .mockRejectedValueOnce(new Error('database is starting'));
    applyMutation.mockRejectedValueOnce(new Error('catalog is busy'));
    cloud.show(openStackObjects(['identity']));
    await connect();
    await until(() => mutations.length === 1);
    expect(mutations[0].type).toBe('full');
    expect(logger.warn.mock.calls.map(([message]) => message)).toEqual([
      expect.stringMatching(/cloud lab .*database is starting/),
      expect.stringMatching(/cloud lab .*catalog is busy/),
    ]);
  });
});

describe('RemovalGuard', () => {
  it('names the key of a wrong value', () => {
    const fromConfig = (removalGuard: object) =>
      RemovalGuard.fromConfig(
        new ConfigReader({
          catalog: { providers: { mosk: { removalGuard } } },
        } as any),
      );
    expect(() => fromConfig({ share: 2 })).toThrow(
      'catalog.providers.mosk.removalGuard.share is 2',
    );
    expect(() => fromConfig({ minimum: -1 })).toThrow(
      'catalog.providers.mosk.removalGuard.minimum is -1',
    );
    expect(fromConfig({ share: 1 }).refusal(20, 20)).toBeUndefined();
    expect(fromConfig({}).refusal(9, 9)).toBeUndefined();
    expect(fromConfig({}).refusal(11, 20)).toMatch(/11 of 20/);
  });
});
