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

import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { moskPermissions } from '@mosk-portal/plugin-mosk-common';
import { MoskClouds } from '@mosk-portal/plugin-mosk-node';
import { moskPermissionRules, moskResourcePermissionRef } from './rules';
import { MoskResource } from './types';

/** Makes conditional decisions on MOSK permissions possible, for this plugin and all others. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  clouds: MoskClouds,
): void {
  registry.addResourceType({
    resourceRef: moskResourcePermissionRef,
    permissions: moskPermissions,
    rules: Object.values(moskPermissionRules),
    getResources: async references =>
      references.map(reference => resourceOf(reference, clouds)),
  });
}

function resourceOf(
  reference: string,
  clouds: MoskClouds,
): MoskResource | undefined {
  const [cloud, kind] = reference.split('/');
  return clouds.list().some(one => one.name === cloud)
    ? { cloud, kind }
    : undefined;
}
