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
import { isObject } from './path';

/**
 * `over` laid upon `base`: objects key by key, everything else (lists too) replaced.
 * @public
 */
export function mergeObjects(base: JsonObject, over: JsonObject): JsonObject {
  const merged: [string, JsonValue | undefined][] = Object.entries(base);
  const result = new Map(merged);
  for (const [key, value] of Object.entries(over)) {
    const below = result.get(key);
    result.set(
      key,
      isObject(below) && isObject(value) ? mergeObjects(below, value) : value,
    );
  }
  return Object.fromEntries(
    [...result].filter(([, value]) => value !== undefined),
  ) as JsonObject;
}

/**
 * A copy without undefined values and without objects that have nothing in them.
 * @public
 */
export function withoutEmpty(value: JsonObject): JsonObject {
  const kept = Object.entries(value).flatMap(([key, field]) => {
    const next = isObject(field) ? withoutEmpty(field) : field;
    const empty =
      next === undefined || (isObject(next) && !Object.keys(next).length);
    return empty ? [] : [[key, next] as const];
  });
  return Object.fromEntries(kept) as JsonObject;
}
