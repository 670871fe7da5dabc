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

import { Component } from './types';

/** A release needs what it installs: the components whose workloads carry its mark. */
export function linkHelmReleases(
  components: readonly Component[],
): Array<{ from: string; on: string }> {
  const installed = components.filter(
    // StackLight as a whole names the releases of all its parts.
    ({ type }) => !['helm-release', 'helm-bundle', 'stacklight'].includes(type),
  );
  return components
    .filter(({ type }) => type === 'helm-release')
    .flatMap(({ id, helmReleases: [own] }) =>
      installed
        .filter(({ helmReleases }) =>
          helmReleases.some(
            ({ name, namespace }) =>
              name === own?.name && namespace === own.namespace,
          ),
        )
        .map(({ id: on }) => ({ from: id, on })),
    );
}
