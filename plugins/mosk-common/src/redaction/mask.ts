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
import { formatPath } from './paths';

/**
 * Stands for every value that nobody may see.
 * @public
 */
export const MASK = '••••••••';

/**
 * Stands for a hidden value that differs from the one before, in a diff.
 * @public
 */
export const CHANGED_MASK = `${MASK} (changed)`;

/**
 * True for a text that holds what the portal shows in place of a hidden value.
 * @public
 */
export function isMasked(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.includes(MASK);
}

/**
 * Dotted paths of every masked value. A manifest that has one must not be sent:
 * the mask would take the place of the value.
 * @public
 */
export function findMasks(value: JsonValue | object | undefined): string[] {
  const found: string[] = [];
  const visit = (node: unknown, path: string[]) => {
    if (typeof node === 'string' && isMasked(node)) {
      found.push(formatPath(path));
    } else if (Array.isArray(node)) {
      node.forEach((item, index) => visit(item, [...path, String(index)]));
    } else if (typeof node === 'object' && node !== null) {
      for (const [key, item] of Object.entries(node)) {
        visit(item, [...path, key]);
      }
    }
  };
  visit(value, []);
  return found;
}
