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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isDeepStrictEqual } from 'node:util';

/** Entities by their reference. */
export type EntitySet = ReadonlyMap<string, Entity>;

/** What leads from one set of entities to another. */
export interface EntityDifference {
  /** New and changed ones. */
  upserted: Entity[];
  /** References of those that are gone. */
  removed: string[];
}

/** Entities by their reference. */
export function entitySetOf(entities: readonly Entity[]): EntitySet {
  return new Map(entities.map(entity => [stringifyEntityRef(entity), entity]));
}

/** What leads from one set of entities to another. */
export function diffEntities(
  before: EntitySet,
  after: EntitySet,
): EntityDifference {
  return {
    upserted: [...after].flatMap(([ref, entity]) =>
      isDeepStrictEqual(before.get(ref), entity) ? [] : [entity],
    ),
    removed: [...before.keys()].filter(ref => !after.has(ref)),
  };
}
