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
  CloudSnapshot,
  findMasks,
  getIn,
  KindDefinition,
  setIn,
} from '@mosk-portal/plugin-mosk-common';
import { JsonObject, JsonValue } from '@backstage/types';
import { ApplyRequest } from '../types';
import { createApplyError } from './ApplyError';
import { editedKeys } from './buildManifest';

/** Refuses what must not even be sent; finds the kind. */
export function checkRequest(
  request: ApplyRequest,
  context: {
    cloud: string;
    readOnly?: { reason: string };
    kinds: readonly KindDefinition[];
    snapshot: () => CloudSnapshot;
  },
): KindDefinition {
  const { manifest } = request;
  if (context.readOnly) {
    throw createApplyError({
      reason: 'read-only',
      message: `The portal writes nothing to the cloud "${context.cloud}": ${context.readOnly.reason}`,
    });
  }
  const definition = context.kinds.find(
    ({ identity, writable }) =>
      writable &&
      identity.kind === manifest.kind &&
      `${identity.group}/${identity.version}` === manifest.apiVersion,
  );
  if (!definition) {
    const supported = context.kinds
      .filter(({ writable }) => writable)
      .map(
        ({ identity }) =>
          `${identity.kind} (${identity.group}/${identity.version})`,
      );
    throw invalid(
      'kind',
      `The portal does not apply ${manifest.kind} (${
        manifest.apiVersion
      }), only: ${supported.join(', ')}`,
    );
  }
  const refusal = definition.refusesWrites?.(context.snapshot());
  if (refusal) {
    throw createApplyError({
      reason: 'read-only',
      message: `The portal does not write ${manifest.kind} objects of the cloud "${context.cloud}". ${refusal}`,
    });
  }
  if (!manifest.metadata?.name) {
    throw invalid('metadata.name', 'The manifest has no name');
  }
  if (definition.identity.namespaced && !manifest.metadata.namespace) {
    throw invalid('metadata.namespace', 'The manifest has no namespace');
  }
  const masked = findMasks(intended(request));
  if (masked.length) {
    throw createApplyError({
      reason: 'masked-value',
      message: `A hidden value stands where a real one must be: ${masked.join(
        ', ',
      )}; give the value, or leave the field out of the edit`,
      fields: masked.map(path => ({ path, message: 'a hidden value' })),
    });
  }
  return definition;
}

/** What of the manifest the person means; in an edit the rest is not sent. */
function intended({ manifest, editedPaths }: ApplyRequest): JsonObject {
  const root = manifest as unknown as JsonValue;
  if (!editedPaths) {
    return root as JsonObject;
  }
  return editedKeys(manifest, undefined, editedPaths).reduce<JsonObject>(
    (result, keys) => {
      const value = getIn(root, keys);
      return value === undefined ? result : setIn(result, keys, value);
    },
    {},
  );
}

function invalid(path: string, message: string) {
  return createApplyError({
    reason: 'invalid',
    message,
    fields: [{ path, message }],
  });
}
