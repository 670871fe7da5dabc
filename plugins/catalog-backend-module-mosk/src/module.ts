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
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { moskCloudsServiceRef } from '@mosk-portal/plugin-mosk-node';
import { MoskEntityProvider } from './provider/MoskEntityProvider';
import { readGuard } from './provider/readGuard';
import { rememberedClouds } from './provider/rememberedClouds';
import { DatabaseCloudStore } from './store/DatabaseCloudStore';

/**
 * Brings the components of every configured cloud of MOSK into the catalog.
 * @public
 */
export const catalogModuleMosk = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'mosk',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        clouds: moskCloudsServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ catalog, clouds, config, database, lifecycle, logger }) {
        const store = DatabaseCloudStore.create({ database, logger });
        const guard = readGuard(config, logger);
        // A provider that is missing at start loses its entities, so every cloud gets one now.
        const providers = clouds
          .list()
          .map(cloud =>
            MoskEntityProvider.create({ cloud, store, guard, logger }),
          );
        catalog.addEntityProvider(
          providers,
          await rememberedClouds({ clouds, store, logger }),
        );
        lifecycle.addShutdownHook(async () => {
          await Promise.all(providers.map(provider => provider.stop()));
        });
      },
    });
  },
});
