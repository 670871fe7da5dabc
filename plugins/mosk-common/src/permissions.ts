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

import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of every MOSK permission. A resource is `{ cloud, kind? }`;
 * its reference is `<cloud>` or `<cloud>/<Kind>`.
 * @public
 */
export const MOSK_RESOURCE_TYPE = 'mosk-resource';

/**
 * See a cloud: its components, health and rollouts.
 * @public
 */
export const moskCloudReadPermission = createPermission({
  name: 'mosk.cloud.read',
  attributes: { action: 'read' },
  resourceType: MOSK_RESOURCE_TYPE,
});

/**
 * Read the (redacted) manifest and diffs of a custom resource.
 * @public
 */
export const moskManifestReadPermission = createPermission({
  name: 'mosk.manifest.read',
  attributes: { action: 'read' },
  resourceType: MOSK_RESOURCE_TYPE,
});

/**
 * Create and change a custom resource, and preview doing so.
 * @public
 */
export const moskResourceApplyPermission = createPermission({
  name: 'mosk.resource.apply',
  attributes: { action: 'update' },
  resourceType: MOSK_RESOURCE_TYPE,
});

/**
 * Every permission of the plugin set.
 * @public
 */
export const moskPermissions = [
  moskCloudReadPermission,
  moskManifestReadPermission,
  moskResourceApplyPermission,
];

/**
 * Reference of the resource a MOSK permission is asked for.
 * @public
 */
export function moskResourceRef(cloud: string, kind?: string): string {
  return kind ? `${cloud}/${kind}` : cloud;
}
