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

import { LogLines } from './types';

/** A query that the double does not understand, as OpenSearch refuses what it does not. */
export class QueryError extends Error {}

const fields: Record<string, (lines: LogLines) => string | number> = {
  '@timestamp': ({ time }) => time,
  'orchestrator.labels.application': ({ application }) => application,
  'orchestrator.namespace': ({ namespace }) => namespace,
  'log.level': ({ level }) => level,
};

function read(field: string, lines: LogLines): string | number | undefined {
  return fields[field.replace(/\.keyword$/, '')]?.(lines);
}

function only(clause: Record<string, any>): [string, any] {
  const entries = Object.entries(clause);
  if (entries.length !== 1) {
    throw new QueryError(`one key was expected in ${JSON.stringify(clause)}`);
  }
  return entries[0];
}

const asList = (value: any): any[] =>
  value === undefined ? [] : [value].flat();

const toTime = (value: string | number) =>
  typeof value === 'number' ? value : Date.parse(value);

function inRange(actual: number, bounds: Record<string, any>): boolean {
  const {
    gte = -Infinity,
    gt = -Infinity,
    lte = Infinity,
    lt = Infinity,
  } = bounds;
  return (
    actual >= toTime(gte) &&
    actual > toTime(gt) &&
    actual <= toTime(lte) &&
    actual < toTime(lt)
  );
}

/** The part of the query language that dashboards of logs use. */
export function matches(query: any, lines: LogLines): boolean {
  const [kind, body] = only(query);
  switch (kind) {
    case 'match_all':
      return true;
    case 'bool': {
      const { filter, must, must_not: not, should } = body;
      const wanted = [...asList(filter), ...asList(must)];
      const any = asList(should);
      return (
        wanted.every(one => matches(one, lines)) &&
        asList(not).every(one => !matches(one, lines)) &&
        (any.length === 0 ||
          wanted.length > 0 ||
          any.some(one => matches(one, lines)))
      );
    }
    case 'term':
    case 'match':
    case 'match_phrase': {
      const [field, value] = only(body);
      return read(field, lines) === (value?.value ?? value?.query ?? value);
    }
    case 'terms': {
      const [field, values] = only(body);
      return values.includes(read(field, lines));
    }
    case 'range': {
      const [field, bounds] = only(body);
      return inRange(Number(read(field, lines)), bounds);
    }
    case 'exists':
      return read(body.field, lines) !== undefined;
    default:
      throw new QueryError(`unknown query [${kind}]`);
  }
}

const total = (found: readonly LogLines[]) =>
  found.reduce((sum, { count }) => sum + count, 0);

const units: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

function histogram(options: any, found: readonly LogLines[]) {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(options.fixed_interval) ?? [];
  if (!unit) {
    throw new QueryError(`wrong fixed_interval [${options.fixed_interval}]`);
  }
  const width = Number(count) * units[unit];
  const start = (time: number) => Math.floor(time / width) * width;
  const buckets = new Map<number, LogLines[]>();
  const { min, max } = options.extended_bounds ?? {};
  if (min !== undefined && max !== undefined) {
    for (let key = start(toTime(min)); key <= toTime(max); key += width) {
      buckets.set(key, []);
    }
  }
  for (const lines of found) {
    const key = start(lines.time);
    buckets.set(key, [...(buckets.get(key) ?? []), lines]);
  }
  return [...buckets]
    .sort(([one], [other]) => one - other)
    .map(([key, inside]) => ({
      key,
      key_as_string: new Date(key).toISOString(),
      doc_count: total(inside),
    }));
}

function byTerm({ field, size = 10 }: any, found: readonly LogLines[]) {
  const buckets = new Map<string, LogLines[]>();
  for (const lines of found) {
    const key = String(read(field, lines));
    buckets.set(key, [...(buckets.get(key) ?? []), lines]);
  }
  return [...buckets]
    .map(([key, inside]) => ({ key, doc_count: total(inside) }))
    .sort((one, other) => other.doc_count - one.doc_count)
    .slice(0, size);
}

function aggregate(aggregation: any, found: readonly LogLines[]) {
  const [kind, options] = only(aggregation);
  switch (kind) {
    case 'date_histogram':
      return { buckets: histogram(options, found) };
    case 'terms':
      return { buckets: byTerm(options, found) };
    default:
      throw new QueryError(`unknown aggregation type [${kind}]`);
  }
}

/** Answers of `_count` and, without the lines themselves, `_search`. */
export function searchLogs(
  operation: '_count' | '_search',
  { query = { match_all: {} }, aggs, aggregations = aggs, ...body }: any,
  all: readonly LogLines[],
): object {
  const found = all.filter(lines => matches(query, lines));
  const shards = { total: 1, successful: 1, skipped: 0, failed: 0 };
  if (operation === '_count') {
    return { count: total(found), _shards: shards };
  }
  return {
    took: 1,
    timed_out: false,
    _shards: shards,
    hits: {
      ...(body.track_total_hits !== false && {
        total: { value: total(found), relation: 'eq' },
      }),
      hits: [],
    },
    ...(aggregations && {
      aggregations: Object.fromEntries(
        Object.entries(aggregations).map(([name, aggregation]) => [
          name,
          aggregate(aggregation, found),
        ]),
      ),
    }),
  };
}
