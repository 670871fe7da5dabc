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

import { KindDefinition } from '@mosk-portal/plugin-mosk-common';
import {
  groupPath,
  KubernetesConnection,
  KubernetesError,
  requestJson,
} from '../clusters';

/** Finds which of the kinds the cluster has now. */
export async function discoverKinds<T extends Pick<KindDefinition, 'identity'>>(
  connection: KubernetesConnection,
  definitions: readonly T[],
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<T[]> {
  const paths = [
    ...new Set(
      definitions.map(({ identity }) =>
        groupPath(identity.group, identity.version),
      ),
    ),
  ];
  const found = new Map<string, Set<string>>();
  for (const path of paths) {
    found.set(path, await pluralsOf(connection, path, options));
  }
  return definitions.filter(({ identity }) =>
    found
      .get(groupPath(identity.group, identity.version))
      ?.has(identity.plural),
  );
}

async function pluralsOf(
  connection: KubernetesConnection,
  path: string,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<Set<string>> {
  try {
    const { json } = await requestJson(connection, { path, signal }, timeoutMs);
    if (!Array.isArray(json.resources)) {
      throw new KubernetesError({
        reason: 'broken',
        message: `The answer to ${path} is not a list of resources`,
      });
    }
    return new Set(json.resources.map(item => (item as { name: string }).name));
  } catch (error) {
    if (error instanceof KubernetesError && error.reason === 'not-found') {
      return new Set();
    }
    throw error;
  }
}
