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
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiCloudLine, RiHeartPulseLine } from '@remixicon/react';
import { moskApiRef } from './api';
import { DefaultMoskApi } from './api/DefaultMoskApi';
import { isMoskAvailable } from './components/ComponentHealth/isMoskAvailable';
import { formFields } from './fields/formFields';
import {
  cloudRouteRef,
  healthRouteRef,
  rolloutRouteRef,
  rolloutsRouteRef,
  rootRouteRef,
  scaffolderTaskRouteRef,
  scaffolderTemplateRouteRef,
} from './routes';

const moskApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: moskApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => DefaultMoskApi.create(deps),
    }),
});

const moskPage = PageBlueprint.make({
  params: {
    path: '/mosk',
    title: 'Clouds',
    icon: <RiCloudLine />,
    routeRef: rootRouteRef,
    // Our own header has the tabs, and is the same in the old frontend system.
    noHeader: true,
    loader: () =>
      import('./components/MoskPage/MoskPage').then(({ MoskPage }) => (
        <MoskPage />
      )),
  },
});

const healthContent = EntityContentBlueprint.make({
  name: 'health',
  params: {
    path: 'health',
    title: 'Health',
    icon: <RiHeartPulseLine />,
    group: 'operation',
    routeRef: healthRouteRef,
    filter: isMoskAvailable,
    loader: () =>
      import('./components/ComponentHealth/EntityHealth').then(
        ({ EntityHealth }) => <EntityHealth />,
      ),
  },
});

const healthCard = EntityCardBlueprint.make({
  name: 'health',
  params: {
    filter: isMoskAvailable,
    loader: () =>
      import('./components/OverviewCard/EntityMoskOverview').then(
        ({ EntityMoskOverview }) => <EntityMoskOverview />,
      ),
  },
});

/**
 * Clouds, their health, rollouts and form fields, for portals on the new frontend system.
 * @public
 */
export const moskPlugin = createFrontendPlugin({
  pluginId: 'mosk',
  title: 'MOSK',
  icon: <RiCloudLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    cloud: cloudRouteRef,
    rollouts: rolloutsRouteRef,
    rollout: rolloutRouteRef,
  },
  externalRoutes: {
    scaffolderTask: scaffolderTaskRouteRef,
    scaffolderTemplate: scaffolderTemplateRouteRef,
  },
  extensions: [moskApi, moskPage, healthContent, healthCard, ...formFields],
});
