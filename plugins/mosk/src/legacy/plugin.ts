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
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { moskApiRef } from '../api';
import { DefaultMoskApi } from '../api/DefaultMoskApi';
import {
  cloudRouteRef,
  healthRouteRef,
  rolloutRouteRef,
  rolloutsRouteRef,
  rootRouteRef,
  scaffolderTaskRouteRef,
  scaffolderTemplateRouteRef,
} from '../routes';

/**
 * The plugin for portals on the old frontend system.
 * @public
 */
export const moskPlugin = createPlugin({
  id: 'mosk',
  apis: [
    createApiFactory({
      api: moskApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => DefaultMoskApi.create(deps),
    }),
  ],
  routes: {
    root: rootRouteRef,
    cloud: cloudRouteRef,
    rollouts: rolloutsRouteRef,
    rollout: rolloutRouteRef,
    health: healthRouteRef,
  },
  externalRoutes: {
    scaffolderTask: scaffolderTaskRouteRef,
    scaffolderTemplate: scaffolderTemplateRouteRef,
  },
});
