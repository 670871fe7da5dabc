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

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  daemonSet,
  deployment,
  openStackDeployment,
  readTopology,
  resourceIdentities,
  statefulSet,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud, moskCloudsServiceRef } from '@mosk-portal/plugin-mosk-node';
import { startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import { catalogModuleMosk } from './module';

type Backend = Awaited<ReturnType<typeof startTestBackend>>;
const patience = 60_000;

const labels = { application: 'manila', component: 'api' };
const manila = {
  metadata: { name: 'manila-api', namespace: 'openstack', labels },
  spec: {
    replicas: 0,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { containers: [{ name: 'api', image: 'manila' }] },
    },
  },
};

async function until<T>(
  what: string,
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  describe: (value: T) => unknown = value => value,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (holds(value)) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(
        `Never: ${what}. There is ${JSON.stringify(describe(value))}`,
      );
    }
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
  }
}

describe('the catalog of a cloud in a sandbox', () => {
  let sandbox: TestSandbox;
  let backend: Backend;
  let cloud: MoskCloud;
  let name: string;

  const entities = async (): Promise<Map<string, Entity>> => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/catalog/entities`,
    );
    const found: Entity[] = await response.json();
    return new Map(found.map(entity => [entity.metadata.name, entity]));
  };
  const untilEntities = (
    what: string,
    holds: (found: Map<string, Entity>) => boolean,
  ) => until(what, entities, holds, found => [...found.keys()]);
  const untilCloud = (
    what: string,
    holds: (snapshot: ReturnType<MoskCloud['snapshot']>) => boolean,
  ) =>
    until(
      what,
      async () => cloud.snapshot(),
      holds,
      ({ connection, complete, missing }) => ({
        connection,
        complete,
        missing,
      }),
    );
  const untilAllShown = () =>
    untilEntities('all components', all => {
      const { components } = readTopology(cloud.snapshot(), cloud);
      return cloud.snapshot().complete && all.size === components.length;
    });
  const refs = async () => [...(await entities()).keys()].sort();

  beforeAll(async () => {
    sandbox = await startSandbox({ cloudState: 'running' });
    name = sandbox.clouds[0].name;
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMosk,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'seen',
          register(env) {
            env.registerInit({
              deps: { clouds: moskCloudsServiceRef },
              async init({ clouds }) {
                [cloud] = clouds.list();
              },
            });
          },
        }),
        mockServices.rootConfig.factory({
          data: {
            ...JSON.parse(
              JSON.stringify(sandbox.portalConfig({ throughProxy: true })),
            ),
            catalog: {
              processingInterval: { seconds: 1 },
              stitchingStrategy: {
                mode: 'deferred',
                pollingInterval: { milliseconds: 50 },
              },
            },
          },
        }),
      ],
    });
  }, 900_000);

  afterAll(async () => {
    await backend?.stop();
    await sandbox?.stop();
  }, 60_000);

  it('has what runs, and a service as long as it has a workload', async () => {
    const found = await untilEntities('compute with its API', all =>
      Boolean(
        all
          .get(`${name}-openstack-service-compute`)
          ?.relations?.some(({ type }) => type === 'providesApi'),
      ),
    );
    const compute = found.get(`${name}-openstack-service-compute`)!;
    const relations = compute.relations!.map(
      ({ type, targetRef }) => `${type} ${targetRef}`,
    );
    expect(relations).toEqual(
      expect.arrayContaining([
        `partOf system:default/${name}`,
        `dependsOn component:default/${name}-openstack-service-identity`,
        `providesApi api:default/${name}-openstack-api-compute`,
        'ownedBy group:default/cloud-operators',
      ]),
    );
    expect(compute.metadata.annotations).toMatchObject({
      'backstage.io/kubernetes-cluster': name,
      'backstage.io/kubernetes-namespace': 'openstack',
      'backstage.io/kubernetes-label-selector': expect.any(String),
    });
    expect(found.has(`${name}-kubernetes-cluster`)).toBe(true);
    expect(found.has(`${name}-operator-openstack`)).toBe(true);

    const added = `${name}-openstack-service-shared-file-system`;
    expect(found.has(added)).toBe(false);
    const { adminClient } = sandbox.clouds[0];
    await adminClient.create(resourceIdentities.Deployment, manila);
    await untilEntities('the added service', all => all.has(added));
    await adminClient.delete(
      resourceIdentities.Deployment,
      'openstack',
      'manila-api',
    );
    await untilEntities('no added service', all => !all.has(added));
  }, 180_000);

  it('keeps all of a cloud that is away, or does not show its workloads', async () => {
    await untilAllShown();
    const before = await refs();
    await sandbox.command('stop-api');
    await untilCloud('away', ({ connection }) => connection.state !== 'live');
    expect(await refs()).toEqual(before);

    await sandbox.faults.add({
      type: 'status',
      status: 403,
      path: '/apis/apps/v1/',
    });
    await sandbox.command('start-api');
    await untilCloud('seen without workloads', ({ missing }) =>
      JSON.stringify(missing).includes('Deployment'),
    );
    expect(cloud.snapshot().complete).toBe(false);
    expect(await refs()).toEqual(before);

    await sandbox.faults.clear();
    await untilCloud(
      'back',
      ({ complete, connection }) => complete && connection.state === 'live',
    );
    expect(await refs()).toEqual(before);
  }, 180_000);

  it('keeps all of a cloud whose API server answers that it has neither OpenStack nor workloads', async () => {
    await untilAllShown();
    const before = await refs();
    const { adminClient } = sandbox.clouds[0];
    const path = '^/apis/(apps|lcm.mirantis.com)/';
    const expire = async () => {
      const { id } = await sandbox.faults.add({ type: 'expire', path });
      await untilCloud('lists again', ({ complete }) => !complete);
      return id;
    };
    const untilWhole = (
      what: string,
      holds: (counts: { ours: number; workloads: number }) => boolean,
    ) =>
      untilCloud(
        what,
        ({ complete, connection, objects }) =>
          complete &&
          connection.state === 'live' &&
          holds({
            ours: objects(openStackDeployment).length,
            workloads:
              objects(deployment).length +
              objects(statefulSet).length +
              objects(daemonSet).length,
          }),
      );
    await sandbox.faults.add({ type: 'empty', path });
    const expiry = await expire();
    // The operator writes its status all the time, which would bring its services back by the watch.
    await sandbox.faults.add({ type: 'freeze', path: '^/apis/lcm' });
    await sandbox.faults.clear(expiry);
    await untilWhole(
      'whole, and empty',
      ({ ours, workloads }) => ours === 0 && workloads === 0,
    );
    // Comes by the watch. It is added by the same write that would remove the others.
    const added = `${name}-openstack-service-shared-file-system`;
    await adminClient.create(resourceIdentities.Deployment, manila);
    const found = await untilEntities('the added', all => all.has(added));
    expect([...found.keys()].sort()).toEqual([...before, added].sort());

    await sandbox.faults.clear();
    await sandbox.faults.clear(await expire());
    await untilWhole(
      'as it is',
      ({ ours, workloads }) => ours === 1 && workloads > 1,
    );
    await adminClient.delete(
      resourceIdentities.Deployment,
      'openstack',
      'manila-api',
    );
    await untilEntities('no added service', all => !all.has(added));
    expect(await refs()).toEqual(before);
  }, 180_000);

  it('lets a deployment go that is deleted, and nothing else', async () => {
    const before = await refs();
    const ofOpenStack = (one: string) =>
      one.startsWith(`${name}-openstack-`) ||
      one.startsWith(`${name}-helm-release-openstack`);
    expect(before.filter(ofOpenStack).length).toBeGreaterThan(10);
    await sandbox.command('delete-deployment');
    const left = await untilEntities(
      'a catalog without OpenStack',
      all => ![...all.keys()].some(ofOpenStack),
    );
    expect([...left.keys()].sort()).toEqual(
      before.filter(one => !ofOpenStack(one)),
    );
    expect(left.has(`${name}-operator-openstack`)).toBe(true);
  }, 180_000);
});
