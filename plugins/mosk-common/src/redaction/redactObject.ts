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

import { JsonObject } from '@backstage/types';
import { sensitivePathsOf } from '../kinds/sensitivePaths';
import { RawObject } from '../kinds/types';
import { redactPaths } from './redactPaths';

/** What controllers and kubectl write there repeats the object, secrets in clear. */
const droppedAnnotations = [
  /^kopf\.zalando\.org\//,
  /^kubectl\.kubernetes\.io\/last-applied-configuration$/,
];

/**
 * The one redaction of whole objects, for whatever leaves mosk-node: views, logs, errors, diffs,
 * the database. By the sensitive paths of the kind; no managed fields, no annotations that
 * repeat the object.
 * @public
 */
export function redactObject(raw: RawObject, kind = raw.kind): RawObject {
  const { managedFields: _, annotations, ...metadata } = raw.metadata;
  const kept = Object.entries(annotations ?? {}).filter(
    ([name]) => !droppedAnnotations.some(dropped => dropped.test(name)),
  );
  const redacted = redactPaths(
    {
      ...raw,
      metadata: { ...metadata, annotations: Object.fromEntries(kept) },
    } as unknown as JsonObject,
    sensitivePathsOf(kind),
  ) as unknown as RawObject;
  if (!annotations) {
    delete redacted.metadata.annotations;
  }
  return redacted;
}
