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

import { JsonValue } from '@backstage/types';
import { FieldPath, formatPath, isObject } from './path';
import { FieldProblem } from './types';

/**
 * What a field may hold. Enough for our manifests, and far kinder in its words than a schema validator.
 */
export type Shape =
  | { holds: 'anything' }
  | { holds: 'text' | 'whole number' | 'number' | 'true or false' }
  | { holds: 'one of'; values: readonly string[] }
  | { holds: 'list'; of: Shape }
  | {
      holds: 'fields';
      fields: Record<string, Shape>;
      required: readonly string[];
      /** What any other key may hold; without it no other key may be there. */
      others?: Shape;
      /** What other keys must look like. */
      keyPattern?: { matches: RegExp; words: string };
    }
  | { holds: 'secret'; inline: boolean };

export const anything: Shape = { holds: 'anything' };
export const text: Shape = { holds: 'text' };
export const wholeNumber: Shape = { holds: 'whole number' };
export const number: Shape = { holds: 'number' };
export const flag: Shape = { holds: 'true or false' };
/** Text, or a reference to a Secret. */
export const secret: Shape = { holds: 'secret', inline: true };
/** A reference to a Secret, nothing else. */
export const secretReference: Shape = { holds: 'secret', inline: false };

export function oneOf(...values: string[]): Shape {
  return { holds: 'one of', values };
}

export function listOf(of: Shape): Shape {
  return { holds: 'list', of };
}

export function fields(
  known: Record<string, Shape>,
  required: readonly string[] = [],
): Shape {
  return { holds: 'fields', fields: known, required };
}

/** Any key, each with the same shape. */
export function mapOf(
  others: Shape,
  keyPattern?: { matches: RegExp; words: string },
): Shape {
  return { holds: 'fields', fields: {}, required: [], others, keyPattern };
}

/** Fields of which only some are known. */
export function openFields(
  known: Record<string, Shape>,
  required: readonly string[] = [],
): Shape {
  return { holds: 'fields', fields: known, required, others: anything };
}

function problem(
  path: FieldPath,
  message: string,
  advice?: string,
): FieldProblem[] {
  return [{ path: formatPath(path), message, severity: 'error', advice }];
}

function checkFields(
  shape: Extract<Shape, { holds: 'fields' }>,
  value: JsonValue,
  path: FieldPath,
  isMask: (value: JsonValue) => boolean,
): FieldProblem[] {
  if (!isObject(value)) {
    return problem(path, 'Must hold fields by name.');
  }
  const missing = shape.required
    .filter(key => value[key] === undefined || value[key] === '')
    .flatMap(key => problem([...path, key], 'Is required.'));
  const wrong = Object.entries(value).flatMap(([key, field]) => {
    const below = [...path, key];
    if (field === undefined) {
      return [];
    }
    if (Object.hasOwn(shape.fields, key)) {
      return checkShape(shape.fields[key], field, below, isMask);
    }
    if (!shape.others) {
      return problem(
        below,
        'Is not a field that the operator knows.',
        `Known here: ${Object.keys(shape.fields).sort().join(', ')}.`,
      );
    }
    const misnamed =
      shape.keyPattern && !shape.keyPattern.matches.test(key)
        ? problem(below, shape.keyPattern.words)
        : [];
    return [...misnamed, ...checkShape(shape.others, field, below, isMask)];
  });
  return [...missing, ...wrong];
}

function checkSecret(
  shape: Extract<Shape, { holds: 'secret' }>,
  value: JsonValue,
  path: FieldPath,
): FieldProblem[] {
  if (typeof value === 'string' && shape.inline) {
    return [];
  }
  const from = isObject(value) ? value.value_from : undefined;
  const reference = isObject(from) ? from.secret_key_ref : undefined;
  const complete =
    isObject(reference) &&
    [reference.name, reference.key].every(
      part => typeof part === 'string' && part,
    );
  return complete
    ? []
    : problem(
        path,
        'Must name a Secret and a key in it.',
        'Write {value_from: {secret_key_ref: {name: <Secret>, key: <key>}}}.',
      );
}

/**
 * Everything in which a value differs from its shape. A masked value fits every shape: what it hides was accepted once.
 */
export function checkShape(
  shape: Shape,
  value: JsonValue,
  path: FieldPath,
  isMask: (value: JsonValue) => boolean,
): FieldProblem[] {
  if (isMask(value)) {
    return [];
  }
  switch (shape.holds) {
    case 'text':
      return typeof value === 'string' ? [] : problem(path, 'Must be text.');
    case 'whole number':
      return Number.isInteger(value)
        ? []
        : problem(path, 'Must be a whole number.');
    case 'number':
      return typeof value === 'number'
        ? []
        : problem(path, 'Must be a number.');
    case 'true or false':
      return typeof value === 'boolean'
        ? []
        : problem(path, 'Must be true or false.');
    case 'one of':
      return shape.values.includes(value as string)
        ? []
        : problem(path, `Must be one of ${shape.values.join(', ')}.`);
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item, index) =>
            checkShape(shape.of, item, [...path, `${index}`], isMask),
          )
        : problem(path, 'Must be a list.');
    case 'fields':
      return checkFields(shape, value, path, isMask);
    case 'secret':
      return checkSecret(shape, value, path);
    default:
      return [];
  }
}
