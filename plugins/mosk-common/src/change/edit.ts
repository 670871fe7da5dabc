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
import { mergeObjects } from './merge';
import {
  formatPath,
  getIn,
  isObject,
  parsePath,
  removeIn,
  setIn,
} from './path';

function sameValue(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length &&
      a.every((item, index) => sameValue(item, b[index]))
    );
  }
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.every(key => sameValue(a[key], b[key]));
  }
  return a === b;
}

/**
 * Paths of the fields where `wanted` says something else than `live`. Fields that `wanted` does not have are not
 * touched; a list is one field.
 * @public
 */
export function differingPaths(
  live: JsonObject,
  wanted: JsonObject,
  above: readonly string[] = [],
): string[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const path = [...above, key];
    const before = live[key];
    if (isObject(before) && isObject(value)) {
      return differingPaths(before, value, path);
    }
    return sameValue(before, value) ? [] : [formatPath(path)];
  });
}

/**
 * The fields of a request that differ from the live object: what the person really changed.
 * @public
 */
export function editOf(
  live: { spec?: JsonObject },
  request: { manifest: { spec?: JsonObject }; editedPaths?: string[] },
): string[] {
  const before: JsonObject = { spec: live.spec ?? {} };
  const wanted: JsonObject = { spec: request.manifest.spec ?? {} };
  if (!request.editedPaths) {
    return differingPaths(before, wanted);
  }
  return request.editedPaths.filter(path => {
    const keys = parsePath(path);
    return !sameValue(getIn(before, keys), getIn(wanted, keys));
  });
}

/**
 * The spec as it would be after the write, as far as the portal can tell.
 * @public
 */
export function specAfter(
  live: { spec?: JsonObject } | undefined,
  request: { manifest: { spec?: JsonObject }; editedPaths?: string[] },
): JsonObject {
  const wanted: JsonObject = { spec: request.manifest.spec ?? {} };
  if (!request.editedPaths) {
    return mergeObjects(live?.spec ?? {}, request.manifest.spec ?? {});
  }
  const after = request.editedPaths.reduce<JsonObject>(
    (object, path) => {
      const keys = parsePath(path);
      const value = getIn(wanted, keys);
      return value === undefined
        ? removeIn(object, keys)
        : setIn(object, keys, value);
    },
    { spec: live?.spec ?? {} },
  );
  return (after.spec ?? {}) as JsonObject;
}

/**
 * Paths of every field that holds a value; a list is one field.
 * @public
 */
export function leafPaths(
  value: JsonObject,
  above: readonly string[] = [],
): string[] {
  return Object.entries(value).flatMap(([key, field]) => {
    const path = [...above, key];
    return isObject(field) && Object.keys(field).length
      ? leafPaths(field, path)
      : [formatPath(path)];
  });
}

/**
 * True when `path` is `above` or lies below it.
 * @public
 */
export function isAtOrBelow(path: string, above: string): boolean {
  const keys = parsePath(path);
  return parsePath(above).every((key, index) => key === keys[index]);
}
