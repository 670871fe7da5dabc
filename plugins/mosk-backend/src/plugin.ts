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
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { moskCloudsServiceRef } from '@mosk-portal/plugin-mosk-node';
import { readMoskBackendConfig } from './config';
import { openDatabase } from './database/migrate';
import { CountedSignals } from './live/CountedSignals';
import { MoskService } from './MoskService';
import { DefaultAccess } from './permissions/DefaultAccess';
import { registerPermissions } from './permissions/registerPermissions';
import { createRouter } from './router/createRouter';
import { readStackLightConfigs } from './stacklight/readStackLightConfigs';
import { StackLights } from './stacklight/StackLights';

/**
 * Rollouts, health and previews of MOSK clouds.
 * @public
 */
export const moskPlugin = createBackendPlugin({
  pluginId: 'mosk',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        clouds: moskCloudsServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { clouds, lifecycle, logger, permissionsRegistry } = deps;
        const config = readMoskBackendConfig(deps.config);
        registerPermissions(permissionsRegistry, clouds);
        const stackLights = StackLights.create(
          await readStackLightConfigs(deps.config, logger),
        );
        const service = MoskService.create({
          ...deps,
          config,
          stackLights,
          database: await openDatabase(deps.database),
          signals: CountedSignals.create(deps),
        });
        await service.scheduleCleaning(deps.scheduler);
        deps.httpRouter.use(
          await createRouter({
            access: DefaultAccess.create(deps),
            auditor: deps.auditor,
            clouds,
            views: service.views,
            memory: service.memory,
            rollouts: service.rollouts,
            stackLights,
            logger,
          }),
        );
        lifecycle.addStartupHook(() => service.start());
        lifecycle.addShutdownHook(() => service.stop());
      },
    });
  },
});
