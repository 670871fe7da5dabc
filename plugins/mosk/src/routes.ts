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
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

export const rootRouteRef = createRouteRef({ id: 'mosk' });

export const cloudRouteRef = createSubRouteRef({
  id: 'mosk/cloud',
  parent: rootRouteRef,
  path: '/clouds/:cloud',
});

export const rolloutsRouteRef = createSubRouteRef({
  id: 'mosk/rollouts',
  parent: rootRouteRef,
  path: '/rollouts',
});

export const rolloutRouteRef = createSubRouteRef({
  id: 'mosk/rollout',
  parent: rootRouteRef,
  path: '/rollouts/:id',
});

export const healthRouteRef = createRouteRef({ id: 'mosk/health' });

/** Form of a template, of the scaffolder plugin. */
export const scaffolderTemplateRouteRef = createExternalRouteRef({
  id: 'mosk/scaffolder-template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** Page of a template run, of the scaffolder plugin. */
export const scaffolderTaskRouteRef = createExternalRouteRef({
  id: 'mosk/scaffolder-task',
  optional: true,
  params: ['taskId'],
  defaultTarget: 'scaffolder.ongoingTask',
});
