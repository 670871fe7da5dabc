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

/**
 * Keys from the root of an object to one of its fields.
 * @public
 */
export type FieldPath = readonly string[];

const segmentPattern = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g;
const plainKey = /^[^.[\]"]+$/;

/**
 * Reads `spec.features.services`, `spec.themes[0].url` and `spec.nodes["example.org/rack::a"].features`.
 * @public
 */
export function parsePath(text: string): string[] {
  return [...text.matchAll(segmentPattern)].map(
    ([, quoted, index, plain]) =>
      (quoted === undefined ? undefined : JSON.parse(`"${quoted}"`)) ??
      index ??
      plain,
  );
}

/**
 * Writes a path so that {@link parsePath} reads it back; a key with a dot is quoted in brackets.
 * @public
 */
export function formatPath(path: FieldPath): string {
  return path.reduce((text, key) => {
    if (!plainKey.test(key)) {
      return `${text}[${JSON.stringify(key)}]`;
    }
    return text ? `${text}.${key}` : key;
  }, '');
}

/**
 * True for an object that has keys, neither a list nor null.
 * @public
 */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a path, undefined when there is none.
 * @public
 */
export function getIn(
  root: JsonValue | undefined,
  path: FieldPath,
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => {
    if (Array.isArray(value)) {
      return value[Number(key)];
    }
    return isObject(value) && Object.hasOwn(value, key)
      ? value[key]
      : undefined;
  }, root);
}

/**
 * A copy of `root` with `value` at `path`; objects on the way are made where they are missing.
 * @public
 */
export function setIn(
  root: JsonObject,
  path: FieldPath,
  value: JsonValue,
): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) {
    return root;
  }
  const child = Object.hasOwn(root, key) ? root[key] : undefined;
  const next = rest.length
    ? setIn(isObject(child) ? child : {}, rest, value)
    : value;
  return Object.fromEntries([
    ...Object.entries(root).filter(([name]) => name !== key),
    [key, next],
  ]) as JsonObject;
}

/**
 * A copy of `root` without the field at `path`.
 * @public
 */
export function removeIn(root: JsonObject, path: FieldPath): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined || !Object.hasOwn(root, key)) {
    return root;
  }
  const child = root[key];
  if (!rest.length) {
    return Object.fromEntries(
      Object.entries(root).filter(([name]) => name !== key),
    ) as JsonObject;
  }
  return isObject(child) ? { ...root, [key]: removeIn(child, rest) } : root;
}
