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
import { findMasks, formatPath } from '@mosk-portal/plugin-mosk-common';

export interface LiveField {
  path: string;
  value: JsonValue;
  /** Holds a hidden value, so it is shown but not edited. */
  hidden: boolean;
  /** Directly below `spec`: shown without a search. */
  isTop: boolean;
}

function isBranch(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  );
}

/** Every field of a live spec that has a value of its own; a list is one value. */
export function liveFields(
  spec: JsonObject,
  keys: readonly string[] = ['spec'],
): LiveField[] {
  return Object.entries(spec).flatMap(([key, value]) => {
    const path = [...keys, key];
    if (isBranch(value)) {
      return liveFields(value, path);
    }
    if (value === undefined) {
      return [];
    }
    return [
      {
        path: formatPath(path),
        value,
        hidden: findMasks({ value }).length > 0,
        isTop: path.length === 2,
      },
    ];
  });
}
