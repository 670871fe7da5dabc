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
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { MOSK_RESOURCE_TYPE } from '@mosk-portal/plugin-mosk-common';
import { nameListSchema } from './nameListSchema';
import { MoskResource, ResourceQuery } from './types';

/**
 * The resource of every MOSK permission, for policies with conditions.
 * @public
 */
export const moskResourcePermissionRef = createPermissionResourceRef<
  MoskResource,
  ResourceQuery
>().with({ pluginId: 'mosk', resourceType: MOSK_RESOURCE_TYPE });

const isCloud = createPermissionRule<
  typeof moskResourcePermissionRef,
  { clouds: string[] }
>({
  name: 'IS_CLOUD',
  description: 'Allows what is about one of these clouds',
  resourceRef: moskResourcePermissionRef,
  paramsSchema: nameListSchema('clouds', 'Names of clouds'),
  apply: (resource, { clouds }) => clouds.includes(resource.cloud),
  toQuery: ({ clouds }) => ({ column: 'cloud', values: clouds }),
});

const isKind = createPermissionRule<
  typeof moskResourcePermissionRef,
  { kinds: string[] }
>({
  name: 'IS_KIND',
  description: 'Allows what is about a custom resource of one of these kinds',
  resourceRef: moskResourcePermissionRef,
  paramsSchema: nameListSchema('kinds', 'Kinds such as OpenStackDeployment'),
  apply: (resource, { kinds }) =>
    resource.kind !== undefined && kinds.includes(resource.kind),
  toQuery: ({ kinds }) => ({ column: 'kind', values: kinds }),
});

/** Rules that conditional decisions on MOSK permissions are made of. */
export const moskPermissionRules = { isCloud, isKind };

/**
 * Conditions for permission policies: `moskConditions.isCloud({ clouds: ['one'] })`.
 * @public
 */
export const {
  conditions: moskConditions,
  createConditionalDecision: createMoskConditionalDecision,
} = createConditionExports({
  resourceRef: moskResourcePermissionRef,
  rules: moskPermissionRules,
});
