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

import { isDeepStrictEqual } from 'node:util';
import { pythonRepr } from './pythonRepr';

/** One difference, as kopf hands it to a handler. */
export interface SpecDifference {
  operation: 'add' | 'change' | 'remove';
  path: string[];
  before: unknown;
  after: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs between two pieces of data; a list is one value. */
export function specDiff(
  before: unknown,
  after: unknown,
  path: string[] = [],
): SpecDifference[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (before === undefined) return [{ operation: 'add', path, before, after }];
  if (after === undefined)
    return [{ operation: 'remove', path, before, after }];
  if (!isObject(before) || !isObject(after))
    return [{ operation: 'change', path, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap(key => specDiff(before[key], after[key], [...path, key]));
}

/** The Python text of differences, secrets and all, as the operator writes it. */
export function specDiffText(differences: SpecDifference[]): string {
  const tuples = differences.map(({ operation, path, before, after }) => {
    const keys = path.map(pythonRepr).join(', ');
    const tuple = path.length === 1 ? `(${keys},)` : `(${keys})`;
    return `('${operation}', ${tuple}, ${pythonRepr(before)}, ${pythonRepr(
      after,
    )})`;
  });
  return tuples.length === 1 ? `(${tuples[0]},)` : `(${tuples.join(', ')})`;
}
