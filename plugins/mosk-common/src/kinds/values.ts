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

/*
 * The API server checks little of what operators write into a status, so nothing here is
 * taken to have the shape that it should have.
 */

export function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

export function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Texts of a map, such as labels; what is not a text is left out. */
export function textsOf(value: JsonValue | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** An object that stands as JSON in an annotation; undefined when it is none. */
export function parseObject(text: string | undefined): JsonObject | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const value = JSON.parse(text) as JsonValue;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The operators write times as `2026-03-04 10:15:30.123456`, in UTC without saying so.
 * @returns RFC 3339; undefined for what is no time
 */
export function timeOf(value: JsonValue | undefined): string | undefined {
  const text = textOf(value)?.trim();
  if (!text || Number.isNaN(Date.parse(text))) {
    return undefined;
  }
  const [, date, time, zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/i.exec(
      text,
    ) ?? [];
  return date && `${date}T${time}${(zone ?? 'Z').toUpperCase()}`;
}

/** `9/19` as 9 of 19. */
export function countOf(
  value: JsonValue | undefined,
): { done: number; total: number } | undefined {
  const [, done, total] =
    /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(textOf(value) ?? '') ?? [];
  return done === undefined
    ? undefined
    : { done: Number(done), total: Number(total) };
}
