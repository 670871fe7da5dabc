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

import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { moskCloudsServiceRef } from '@mosk-portal/plugin-mosk-node';
import { catalogModuleMosk } from './module';
import { fakeCloud, openStackObjects } from './__testUtils__/fakeCloud';

jest.setTimeout(60_000);

describe('catalogModuleMosk', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('keeps the entities of each cloud in a real catalog', async () => {
    const lab = fakeCloud('lab');
    const away = fakeCloud('away');
    // The pool of a database that the backend opens itself may outlive it.
    const knex = await databases.init('SQLITE_3');
    const backend = await startTestBackend({
      features: [
        mockServices.database.factory({ knex }),
        catalogPlugin,
        catalogModuleMosk,
        createServiceFactory({
          service: moskCloudsServiceRef,
          deps: {},
          factory: () => ({
            list: () => [lab, away],
            get: name => (name === 'lab' ? lab : away),
          }),
        }),
        mockServices.rootConfig.factory({
          data: {
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
    const read = async (): Promise<Map<string, Entity>> => {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/catalog/entities`,
      );
      const entities: Entity[] = await response.json();
      return new Map(entities.map(entity => [entity.metadata.name, entity]));
    };
    const until = async (
      condition: (entities: Map<string, Entity>) => boolean,
    ) => {
      for (;;) {
        const entities = await read();
        if (condition(entities)) {
          return entities;
        }
        await new Promise(resolve => {
          setTimeout(resolve, 50);
        });
      }
    };

    // A cloud that was never reached is there all the same.
    await until(entities => entities.has('lab') && entities.has('away'));

    lab.show(openStackObjects(['identity', 'compute']));
    const shown = await until(entities =>
      Boolean(
        entities
          .get('lab-openstack-service-compute')
          ?.relations?.some(({ type }) => type === 'providesApi'),
      ),
    );
    expect(
      shown
        .get('lab-openstack-service-compute')!
        .relations!.map(({ type, targetRef }) => `${type} ${targetRef}`),
    ).toEqual(
      expect.arrayContaining([
        'partOf resource:default/lab-openstack-deployment-osh-dev',
        'partOf system:default/lab',
        'dependsOn component:default/lab-openstack-service-identity',
        'providesApi api:default/lab-openstack-api-compute',
        'ownedBy group:default/operators',
      ]),
    );

    lab.show(openStackObjects(['identity']));
    const left = await until(
      entities => !entities.has('lab-openstack-service-compute'),
    );
    expect(left.has('lab-openstack-service-identity')).toBe(true);
    expect(left.has('away')).toBe(true);
    await backend.stop();
  });
});
