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

import { JsonObject, JsonValue } from '@backstage/types';
import { mergeObjects } from '../merge';
import { isObject } from '../path';

/** `over` laid upon the spec of a bundle, where releases of one name are one release. */
export function mergeReleases(base: JsonObject, over: JsonObject): JsonObject {
  const merged = mergeObjects(base, over);
  const [before, after] = [base.releases, over.releases];
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return merged;
  }
  const nameOf = (release: JsonValue) =>
    isObject(release) ? release.name : undefined;
  const laid = before.map(release => {
    const found = after.find(
      other => isObject(other) && other.name === nameOf(release),
    );
    return isObject(release) && isObject(found)
      ? mergeObjects(release, found)
      : release;
  });
  const names = before.map(nameOf);
  return {
    ...merged,
    releases: [
      ...laid,
      ...after.filter(release => !names.includes(nameOf(release))),
    ],
  };
}
