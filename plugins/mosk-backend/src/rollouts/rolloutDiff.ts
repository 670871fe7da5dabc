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
import {
  diffManifests,
  ManifestDiff,
  RawObject,
} from '@mosk-portal/plugin-mosk-common';
import { SpecPair, StoredRollout } from './types';

/** What a rollout changed, from the redacted specs that were stored; undefined when that is not known. */
export function rolloutDiff(
  rollout: StoredRollout,
  { before, after }: SpecPair,
): ManifestDiff | undefined {
  const manifest = (spec: JsonObject): RawObject => ({
    kind: rollout.object.kind,
    metadata: { name: rollout.object.name },
    spec,
  });
  if (rollout.cause === 'delete') {
    const last = after ?? before;
    return (
      last && { ...diffManifests(manifest(last), manifest({})), after: '' }
    );
  }
  const sameSpec = ['resume', 'watched'].includes(rollout.cause);
  if (!after || sameSpec) {
    return undefined;
  }
  if (rollout.cause === 'create') {
    return diffManifests(undefined, manifest(after));
  }
  if (!before) {
    return undefined;
  }
  const diff = diffManifests(manifest(before), manifest(after));
  // The generation is another one, so something differs: what does not show it is hidden.
  return diff.changedPaths.length === 0 ? { ...diff, hiddenOnly: true } : diff;
}
