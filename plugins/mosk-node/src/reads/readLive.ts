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
  RawObject,
  readOwnershipMarks,
  redactedYaml,
  redactObject,
  ResourceIdentity,
  specVersionOf,
} from '@mosk-portal/plugin-mosk-common';
import {
  KubernetesConnection,
  KubernetesError,
  requestJson,
  resourcePath,
} from '../clusters';
import { LiveManifest } from '../types';

/** Reads one object as it is, secrets included; undefined when it is not there. */
export async function readLive(
  connection: KubernetesConnection,
  identity: ResourceIdentity,
  options: { namespace?: string; name: string; timeoutMs: number },
): Promise<RawObject | undefined> {
  const { namespace, name, timeoutMs } = options;
  try {
    const { json } = await requestJson(
      connection,
      { path: resourcePath(identity, namespace, name) },
      timeoutMs,
    );
    return json as unknown as RawObject;
  } catch (error) {
    if (error instanceof KubernetesError && error.reason === 'not-found') {
      return undefined;
    }
    throw error;
  }
}

/** What may leave this package of an object. */
export function liveManifest(
  identity: ResourceIdentity,
  raw: RawObject,
): LiveManifest {
  const { metadata } = raw;
  return {
    object: {
      kind: identity.kind,
      namespace: metadata.namespace,
      name: metadata.name,
    },
    uid: metadata.uid ?? '',
    generation: metadata.generation,
    specVersion: specVersionOf(metadata),
    marks: readOwnershipMarks(raw),
    spec: redactObject(raw, identity.kind).spec ?? {},
    yaml: redactedYaml({ ...raw, kind: identity.kind }),
  };
}
