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
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { healthRouteRef, rootRouteRef } from '../routes';
import { moskPlugin } from './plugin';

/**
 * Clouds and rollouts; mount it at `/mosk`.
 * @public
 */
export const MoskPage = moskPlugin.provide(
  createRoutableExtension({
    name: 'MoskPage',
    component: () =>
      import('../components/MoskPage/MoskPage').then(m => m.MoskPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab Health of an entity page.
 * @public
 */
export const EntityMoskHealthContent = moskPlugin.provide(
  createRoutableExtension({
    name: 'EntityMoskHealthContent',
    component: () =>
      import('../components/ComponentHealth/EntityHealth').then(
        m => m.EntityHealth,
      ),
    mountPoint: healthRouteRef,
  }),
);

/**
 * The card of an entity's overview.
 * @public
 */
export const EntityMoskCard = moskPlugin.provide(
  createComponentExtension({
    name: 'EntityMoskCard',
    component: {
      lazy: () =>
        import('../components/OverviewCard/EntityMoskOverview').then(
          m => m.EntityMoskOverview,
        ),
    },
  }),
);
