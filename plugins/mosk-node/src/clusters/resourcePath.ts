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

import { ResourceIdentity } from '@mosk-portal/plugin-mosk-common';

/** Path of a group and version, such as `/apis/apps/v1`. */
export function groupPath(group: string, version: string): string {
  return group ? `/apis/${group}/${version}` : `/api/${version}`;
}

/** Path of a collection, or of one object of it when a name is given. */
export function resourcePath(
  identity: ResourceIdentity,
  namespace?: string,
  name?: string,
): string {
  const parts = [groupPath(identity.group, identity.version)];
  if (identity.namespaced && namespace !== undefined) {
    parts.push('namespaces', encodeURIComponent(namespace));
  }
  parts.push(identity.plural);
  if (name !== undefined) {
    parts.push(encodeURIComponent(name));
  }
  return parts.join('/');
}
