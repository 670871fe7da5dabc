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
  getIn,
  MOSK_REQUESTED_BY_ANNOTATION,
  MOSK_TASK_ANNOTATION,
  MOSK_TEMPLATE_ANNOTATION,
  parsePath,
  RawObject,
  removeIn,
  setIn,
} from '@mosk-portal/plugin-mosk-common';
import { JsonObject, JsonValue } from '@backstage/types';
import { ApplyRequest } from '../types';
import { ownedFields } from './ownedFields';

const requesterAnnotations = [
  MOSK_REQUESTED_BY_ANNOTATION,
  MOSK_TASK_ANNOTATION,
  MOSK_TEMPLATE_ANNOTATION,
];

/**
 * The paths that are sent for edited ones. A list is one value to server-side apply, so a path into one becomes
 * the path of the whole list.
 */
export function editedKeys(
  manifest: RawObject,
  live: RawObject | undefined,
  editedPaths: readonly string[],
): string[][] {
  const roots = [manifest, live] as unknown as JsonValue[];
  return editedPaths.map(text => {
    const keys = parsePath(text);
    const list = keys.findIndex((_, index) =>
      roots.some(root => Array.isArray(getIn(root, keys.slice(0, index)))),
    );
    return list < 0 ? keys : keys.slice(0, list);
  });
}

/** What is sent: the whole manifest, or for an edit what the portal owns already and the edited paths. */
export function buildManifest(
  request: ApplyRequest,
  live: RawObject | undefined,
): RawObject {
  const { manifest } = request;
  if (!request.editedPaths || !live) {
    return clean(manifest, manifest);
  }
  const edited = editedKeys(manifest, live, request.editedPaths).reduce(
    (result, keys) => {
      const value = getIn(manifest as unknown as JsonValue, keys);
      return value === undefined
        ? removeIn(result, keys)
        : setIn(result, keys, value);
    },
    ownedFields(live),
  );
  return clean(manifest, edited as unknown as Partial<RawObject>);
}

/** Adds who asked, and the version that the server must still have. */
export function signManifest(
  manifest: RawObject,
  requester: ApplyRequest['requester'],
  resourceVersion: string | undefined,
): RawObject {
  const annotations = {
    ...manifest.metadata.annotations,
    ...(requester?.user && { [MOSK_REQUESTED_BY_ANNOTATION]: requester.user }),
    ...(requester?.task && { [MOSK_TASK_ANNOTATION]: requester.task }),
    ...(requester?.template && {
      [MOSK_TEMPLATE_ANNOTATION]: requester.template,
    }),
  };
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      ...(Object.keys(annotations).length && { annotations }),
      ...(resourceVersion && { resourceVersion }),
    },
  };
}

/** Leaves what a person may set; never the status, nor who asked for an earlier change. */
function clean(identity: RawObject, content: Partial<RawObject>): RawObject {
  const { labels, annotations } = content.metadata ?? {};
  const kept = Object.entries(annotations ?? {}).filter(
    ([name]) => !requesterAnnotations.includes(name),
  );
  const { name, namespace } = identity.metadata;
  return {
    apiVersion: identity.apiVersion,
    kind: identity.kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(labels && Object.keys(labels).length && { labels }),
      ...(kept.length && { annotations: Object.fromEntries(kept) }),
    },
    spec: (content.spec ?? {}) as JsonObject,
  };
}
