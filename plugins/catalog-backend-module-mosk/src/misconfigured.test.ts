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
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { moskCloudsServiceRef } from '@mosk-portal/plugin-mosk-node';
import { fakeCloud, openStackObjects } from './__testUtils__/fakeCloud';
import { catalogModuleMosk } from './module';

jest.setTimeout(60_000);

/** Another source of entities; once it is missing, the log says whose entities the catalog removes. */
const otherSource = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'other',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'other',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [
                {
                  entity: {
                    apiVersion: 'backstage.io/v1alpha1',
                    kind: 'System',
                    metadata: {
                      name: 'other',
                      annotations: {
                        'backstage.io/managed-by-location': 'url:other',
                        'backstage.io/managed-by-origin-location': 'url:other',
                      },
                    },
                    spec: { owner: 'group:default/operators' },
                  },
                },
              ],
            }),
        });
      },
    });
  },
});

const kubernetes = {
  clusterLocatorMethods: [
    {
      type: 'config',
      clusters: [{ name: 'lab', url: 'https://lab.example:6443' }],
    },
  ],
};

describe('catalogModuleMosk with a wrong configuration', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const lines: string[] = [];

  const portal = async () => {
    const knex = await databases.init('SQLITE_3');
    return async (features: BackendFeature[], config: JsonObject = {}) => {
      lines.splice(0);
      const write = (level: string) => (message: string) => {
        lines.push(`${level} ${message}`);
      };
      const logger: LoggerService & RootLoggerService = {
        error: write('error'),
        warn: write('warn'),
        info: write('info'),
        debug: () => {},
        child: () => logger,
      };
      const backend = await startTestBackend({
        features: [
          catalogPlugin,
          catalogModuleMosk,
          ...features,
          mockServices.database.factory({ knex }),
          createServiceFactory({
            service: coreServices.rootLogger,
            deps: {},
            factory: () => logger,
          }),
          mockServices.rootConfig.factory({
            data: {
              kubernetes,
              ...config,
              catalog: {
                processingInterval: { seconds: 1 },
                stitchingStrategy: {
                  mode: 'deferred',
                  pollingInterval: { milliseconds: 50 },
                },
                ...(config.catalog as object),
              },
            },
          }),
        ],
      });
      const names = async () => {
        const response = await fetch(
          `http://localhost:${backend.server.port()}/api/catalog/entities`,
        );
        const entities: Entity[] = await response.json();
        return entities.map(({ metadata }) => metadata.name);
      };
      const until = async (holds: (found: string[]) => boolean) => {
        for (;;) {
          const found = await names();
          if (holds(found)) {
            return found;
          }
          await new Promise(resolve => {
            setTimeout(resolve, 50);
          });
        }
      };
      return { stop: () => backend.stop(), until };
    };
  };

  it('starts, and keeps the entities of clouds that it cannot read', async () => {
    const [lab, away] = [fakeCloud('lab'), fakeCloud('away')];
    const run = await portal();
    const right = await run([
      otherSource,
      createServiceFactory({
        service: moskCloudsServiceRef,
        deps: {},
        factory: () => ({ list: () => [lab, away], get: () => lab }),
      }),
    ]);
    lab.show(openStackObjects(['identity']));
    await right.until(found =>
      ['lab-openstack-service-identity', 'away', 'other'].every(name =>
        found.includes(name),
      ),
    );
    await right.stop();

    // Not even the names of the clouds can be read.
    const unreadable = await run([], {
      mosk: { clusters: 'lab' },
      catalog: { providers: { mosk: { removalGuard: { share: 7 } } } },
    });
    const left = await unreadable.until(found => !found.includes('other'));
    expect(left).toEqual(
      expect.arrayContaining([
        'lab',
        'lab-openstack-service-identity',
        'away',
        'away-kubernetes-cluster',
      ]),
    );
    expect(lines).toContain("warn Orphaned providers were thus: 'other'");
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^error .*'mosk\.clusters'/),
        expect.stringMatching(/^error The entities of away are kept/),
        expect.stringMatching(/^error .*mosk\.removalGuard\.share is 7/),
      ]),
    );
    await unreadable.stop();

    // One entry is wrong, and one was taken out on purpose.
    const wrong = await run([], {
      mosk: { clusters: [{ name: 'lab', token: 'white space' }] },
    });
    const kept = await wrong.until(found => !found.includes('away'));
    expect(kept).toContain('lab-openstack-service-identity');
    expect(lines).toContain("warn Orphaned providers were thus: 'mosk-away'");
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^error .*mosk\.clusters\[0\]\.token/),
      ]),
    );
    await wrong.stop();
  });
});
