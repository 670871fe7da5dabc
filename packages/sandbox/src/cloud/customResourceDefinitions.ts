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

import { join } from 'node:path';
import { readManifestDirectory } from './readManifests';
import {
  coreResources,
  KubernetesClient,
  KubernetesObject,
} from '../kubernetes';
import { packageDirectory } from '../packageDirectory';
import { pause } from '../pause';

/** The kinds that MOSK brings, as the sandbox describes them. */
export function readDefinitions(): Promise<KubernetesObject[]> {
  return readManifestDirectory(join(packageDirectory, 'crds'));
}

/** By kind, plural or short name. */
export function definesKind(
  definition: KubernetesObject,
  wanted: string,
): boolean {
  const { kind, plural, shortNames = [] } = definition.spec.names;
  return [kind, plural, ...shortNames].some(
    name => name.toLowerCase() === wanted.toLowerCase(),
  );
}

/** Resolves when the API server serves them. */
export async function installDefinitions(
  client: KubernetesClient,
  definitions: KubernetesObject[],
  signal?: AbortSignal,
): Promise<void> {
  const resource = coreResources.CustomResourceDefinition;
  for (const definition of definitions) {
    await client.apply(resource, definition, {
      fieldManager: 'mosk-sandbox',
      force: true,
    });
  }
  const waiting = new Map(
    definitions.map(definition => [definition.metadata.name, definition]),
  );
  while (waiting.size > 0 && !signal?.aborted) {
    const { items } = await client.list(resource);
    for (const { metadata, status } of items) {
      const definition = waiting.get(metadata.name);
      const established = status?.conditions?.some(
        (condition: any) =>
          condition.type === 'Established' && condition.status === 'True',
      );
      if (definition && established && (await serves(client, definition))) {
        waiting.delete(metadata.name);
      }
    }
    if (waiting.size > 0) {
      await pause(50, signal);
    }
  }
}

/** Established is said some moments before the storage answers. */
async function serves(
  client: KubernetesClient,
  definition: KubernetesObject,
): Promise<boolean> {
  const { group, names, versions } = definition.spec;
  const { kind, plural } = names;
  const resource = {
    group,
    version: versions[0].name,
    kind,
    plural,
    namespaced: true,
  };
  return client.list(resource, undefined, { limit: 1 }).then(
    () => true,
    () => false,
  );
}
