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

import { MOSK_FIELD_MANAGER, RawObject } from '@mosk-portal/plugin-mosk-common';
import { JsonObject, JsonValue } from '@backstage/types';

/**
 * The fields of a live object that the portal owns, with their values: what server-side apply would remove if an edit
 * left it out. Metadata that only identifies the object is not among them.
 */
export function ownedFields(live: RawObject): JsonObject {
  const entries = live.metadata.managedFields ?? [];
  const isOurs = (entry: (typeof entries)[number]) =>
    entry.manager === MOSK_FIELD_MANAGER &&
    entry.operation === 'Apply' &&
    !entry.subresource;
  const ours = entries.filter(isOurs).map(entry => entry.fieldsV1 ?? {});
  const others = entries
    .filter(entry => !isOurs(entry))
    .map(entry => entry.fieldsV1 ?? {});
  return ours.reduce<JsonObject>((result, fields) => {
    const part = pick(live as unknown as JsonValue, fields, others);
    return isObject(part) ? { ...result, ...part } : result;
  }, {});
}

function pick(
  value: JsonValue | undefined,
  fields: JsonObject,
  others: JsonObject[],
): JsonValue | undefined {
  if (value === undefined) {
    return undefined;
  }
  const keys = Object.keys(fields).filter(key => key !== '.');
  if (!keys.length) {
    // We own an empty object, into which others put something since.
    const shared =
      isObject(value) &&
      others.some(other => Object.keys(other).some(key => key !== '.'));
    return shared ? {} : value;
  }
  if (Array.isArray(value)) {
    return keys.flatMap(key => pickItem(value, key, fields, others));
  }
  if (!isObject(value)) {
    return value;
  }
  const picked = keys.flatMap(key => {
    const name = key.slice(2);
    const child = Object.hasOwn(value, name)
      ? pick(value[name], childOf(fields, key), childrenOf(others, key))
      : undefined;
    return child === undefined ? [] : [[name, child] as const];
  });
  return Object.fromEntries(picked);
}

/** `k:{"name":"x"}` means the item with these keys, `v:"x"` the item that is this value. */
function pickItem(
  items: JsonValue[],
  key: string,
  fields: JsonObject,
  others: JsonObject[],
): JsonValue[] {
  const wanted: JsonValue = JSON.parse(key.slice(2));
  if (!key.startsWith('k:') || !isObject(wanted)) {
    return [wanted];
  }
  const found = items.find(
    item =>
      isObject(item) &&
      Object.entries(wanted).every(([name, value]) => item[name] === value),
  );
  if (!found) {
    return [];
  }
  const part = pick(found, childOf(fields, key), childrenOf(others, key));
  return [isObject(part) ? { ...wanted, ...part } : found];
}

function childOf(fields: JsonObject, key: string): JsonObject {
  return (fields[key] ?? {}) as JsonObject;
}

function childrenOf(trees: JsonObject[], key: string): JsonObject[] {
  return trees.flatMap(tree =>
    isObject(tree[key]) ? [tree[key] as JsonObject] : [],
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
