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

import { JsonObject } from '@backstage/types';
import { formatPath, getIn, isObject } from '../path';
import { placesAt } from './secretFields';

const patterns = [
  ['services', '*', '*', 'values'],
  ['common', '*', 'values'],
];

/** Paths of images pinned in the values of charts: they would stay at the old release. Their keys are seen even where values are hidden. */
export function pinnedImagesOf(spec: JsonObject): string[] {
  return patterns
    .flatMap(pattern => placesAt(spec, pattern))
    .filter(({ value }) => {
      const tags = getIn(value, ['images', 'tags']);
      return isObject(tags) ? Object.keys(tags).length > 0 : tags !== undefined;
    })
    .map(({ path }) => formatPath(['spec', ...path, 'images', 'tags']));
}
