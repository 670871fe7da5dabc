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

import { InputError } from '@backstage/errors';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { ResourceQuery } from '../permissions/types';
import { RolloutFilter, StoredRollout } from './types';

/** Narrows a query to what the caller may see. */
export function wherePermitted(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ResourceQuery>,
): Knex.QueryBuilder {
  if ('not' in criteria) {
    return query.whereNot(inner => {
      wherePermitted(inner, criteria.not);
    });
  }
  if ('allOf' in criteria) {
    return query.where(inner => {
      for (const one of criteria.allOf) {
        inner.andWhere(deeper => {
          wherePermitted(deeper, one);
        });
      }
    });
  }
  if ('anyOf' in criteria) {
    return query.where(inner => {
      for (const one of criteria.anyOf) {
        inner.orWhere(deeper => {
          wherePermitted(deeper, one);
        });
      }
    });
  }
  return query.whereIn(criteria.column, [...criteria.values]);
}

/** Narrows a query of the table rollouts. */
export function whereFilter(
  query: Knex.QueryBuilder,
  filter: RolloutFilter,
): Knex.QueryBuilder {
  const lists = {
    cloud: filter.clouds,
    kind: filter.kinds,
    state: filter.states,
  };
  for (const [column, values] of Object.entries(lists)) {
    if (values) {
      query.whereIn(column, [...values]);
    }
  }
  const { person, object } = filter;
  if (person) {
    query.where(inner => {
      inner.where('author_user', person).orWhere('author_manager', person);
    });
  }
  if (filter.uid !== undefined) {
    query.where('uid', filter.uid);
  }
  if (filter.generation !== undefined) {
    query.where('generation', filter.generation);
  }
  if (object) {
    query.where({
      kind: object.kind,
      namespace: object.namespace ?? '',
      name: object.name,
    });
  }
  if (filter.permitted) {
    wherePermitted(query, filter.permitted);
  }
  return query;
}

/** Opaque place in the list, right after this rollout. */
export function encodeCursor(rollout: StoredRollout): string {
  return Buffer.from(JSON.stringify([rollout.startedAt, rollout.id])).toString(
    'base64url',
  );
}

/** Narrows a query to what comes after the cursor, newest first. */
export function whereAfterCursor(
  query: Knex.QueryBuilder,
  cursor: string,
): Knex.QueryBuilder {
  const [startedAt, id] = decodeCursor(cursor);
  return query.where(inner => {
    inner.where('started_at', '<', startedAt).orWhere(same => {
      same.where('started_at', startedAt).andWhere('id', '<', id);
    });
  });
}

function decodeCursor(cursor: string): [string, string] {
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(value) &&
      value.length === 2 &&
      value.every(part => typeof part === 'string')
    ) {
      return value as [string, string];
    }
  } catch {
    // Answered below, as any other cursor that is not ours.
  }
  throw new InputError(
    'The cursor is not one of this list; start again without it',
  );
}
