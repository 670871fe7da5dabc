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
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { moskCloudsServiceRef } from '@mosk-portal/plugin-mosk-node';
import { createApplyAction } from './actions/createApplyAction';
import { createCephAction } from './actions/createCephAction';
import { createHelmBundleAction } from './actions/createHelmBundleAction';
import { createOpenStackDeploymentAction } from './actions/createOpenStackDeploymentAction';
import { createRolloutWaitAction } from './actions/createRolloutWaitAction';
import { readRolloutDelays } from './rollout/readRolloutDelays';

/**
 * Adds the MOSK actions to the scaffolder.
 * @public
 */
export const scaffolderModuleMosk = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'mosk',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        clouds: moskCloudsServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
      },
      async init({ actions, auditor, clouds, config, logger, permissions }) {
        const options = {
          auditor,
          clouds,
          permissions,
          delays: readRolloutDelays(config, logger),
          portalUrl: config.getOptionalString('app.baseUrl'),
        };
        actions.addActions(
          createOpenStackDeploymentAction(options),
          createHelmBundleAction(options),
          createCephAction(options),
          createApplyAction(options),
          createRolloutWaitAction(options),
        );
      },
    });
  },
});
