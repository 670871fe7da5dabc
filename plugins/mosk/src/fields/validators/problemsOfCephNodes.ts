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

import { CephNodeInput } from '@mosk-portal/plugin-mosk-common';

/** What a form can say of nodes before anybody is asked. */
export function problemsOfCephNodes(nodes: readonly CephNodeInput[]): string[] {
  return nodes.flatMap(({ name, devices = [], roles = [] }) => {
    const paths = devices.map(({ path }) => path.trim());
    const twice = paths.find(
      (path, index) => path && paths.indexOf(path) !== index,
    );
    return [
      ...(devices.length || roles.length
        ? []
        : [`${name} gives no device and runs nothing.`]),
      ...(paths.includes('') ? [`A device of ${name} has no path.`] : []),
      ...(twice ? [`${name} gives ${twice} twice.`] : []),
    ];
  });
}
