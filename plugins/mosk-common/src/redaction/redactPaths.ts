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
import { MASK } from './mask';
import { redactText } from './redactText';

const secretKey =
  /(?:pass(?:words?|wd|phrase)|secret|tokens?|credentials?|(?:api|access|private|tls|ssh|encryption|secret)[_-]?key)$/i;
/** Ends like a secret, and names an object that holds one. */
const referenceKey = /^authsecret$/i;

type Matchers = readonly (readonly string[])[];

const parsed = new WeakMap<readonly string[], Matchers>();

function parse(paths: readonly string[]): Matchers {
  const known = parsed.get(paths);
  if (known) {
    return known;
  }
  const matchers = paths.map(path => path.split('.'));
  parsed.set(paths, matchers);
  return matchers;
}

/** `{value_from: {secret_key_ref: {name, key}}}` names a Secret and holds nothing of it. */
function isSecretReference(value: JsonValue | undefined): boolean {
  const from = onlyValue(value, 'value_from');
  const reference = onlyValue(from, 'secret_key_ref');
  return (
    isObject(reference) &&
    Object.entries(reference).every(
      ([key, item]) =>
        (key === 'name' || key === 'key') && typeof item === 'string',
    )
  );
}

function onlyValue(
  value: JsonValue | undefined,
  key: string,
): JsonValue | undefined {
  return isObject(value) && Object.keys(value).length === 1
    ? value[key]
    : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function redact(
  value: JsonValue,
  matchers: Matchers,
  depth: number,
  hidden: boolean,
): JsonValue {
  if (isSecretReference(value)) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      redactChild(String(index), item, matchers, depth, hidden),
    );
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [
          key,
          redactChild(
            key,
            item as JsonValue,
            matchers,
            depth,
            hidden || isSecretEntry(key, item as JsonValue),
          ),
        ]),
    );
  }
  if (hidden && (typeof value === 'string' || typeof value === 'number')) {
    return MASK;
  }
  return typeof value === 'string' ? redactText(value) : value;
}

function isSecretEntry(key: string, value: JsonValue | undefined): boolean {
  return !isObject(value) && secretKey.test(key) && !referenceKey.test(key);
}

function redactChild(
  key: string,
  value: JsonValue,
  matchers: Matchers,
  depth: number,
  hidden: boolean,
): JsonValue {
  const matching = matchers.filter(
    path => path[depth] === '*' || path[depth] === key,
  );
  return redact(
    value,
    matching,
    depth + 1,
    hidden || matching.some(path => path.length === depth + 1),
  );
}

/**
 * A copy without secrets. Below a sensitive path keys stay and texts and numbers are masked;
 * elsewhere values under the name of a secret are, and what looks like one within a text.
 * References to Secrets stay readable everywhere.
 * @public
 */
export function redactPaths<T extends JsonValue>(
  value: T,
  sensitivePaths: readonly string[],
): T {
  return redact(value, parse(sensitivePaths), 0, false) as T;
}
