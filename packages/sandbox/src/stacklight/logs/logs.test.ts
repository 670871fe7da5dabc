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

import { CloudObjects } from '../metrics/types';
import { LogStore } from './LogStore';
import { QueryError, searchLogs } from './searchLogs';

const workload = (application: string, ready: number) => ({
  metadata: {
    name: application,
    namespace: 'openstack',
    labels: { application },
  },
  spec: { replicas: 2 },
  status: { readyReplicas: ready },
});
const objects = (...deployments: ReturnType<typeof workload>[]) =>
  ({
    deployments,
    statefulSets: [],
    daemonSets: [],
  } as unknown as CloudObjects);

const start = Date.parse('2026-03-04T10:00:00Z');
const minute = 60_000;
const errorsOf = (application: string) => ({
  bool: {
    filter: [
      { term: { 'orchestrator.labels.application': application } },
      { terms: { 'log.level': ['error', 'ERROR'] } },
      { range: { '@timestamp': { gte: '2026-03-04T10:00:00Z' } } },
    ],
  },
});

describe('the logs of a sandbox', () => {
  const store = new LogStore(1_000);
  beforeAll(() => {
    store.grow(objects(workload('nova', 2), workload('heat', 2)), start);
    store.grow(
      objects(workload('nova', 2), workload('heat', 0)),
      start + minute,
    );
    // Too soon for more.
    store.grow(objects(workload('nova', 0)), start + minute + 500);
  });

  it('hold more errors of what is out, and remember the time before', () => {
    const count = (query: object): any =>
      searchLogs('_count', { query }, store.lines);
    expect(count(errorsOf('heat')).count).toBe(150);
    expect(count(errorsOf('nova')).count).toBeLessThan(10);
    const before = {
      range: { '@timestamp': { lt: '2026-03-04T10:00:00Z' } },
    };
    // Two applications, three lines by the second, in three hours less the minute that has passed.
    expect(count(before).count).toBeGreaterThanOrEqual(2 * 3 * 179 * 60);
    expect(count({ bool: { must_not: { match_all: {} } } }).count).toBe(0);
  });

  it('are counted by time and by application', () => {
    const { hits, aggregations }: any = searchLogs(
      '_search',
      {
        size: 0,
        query: errorsOf('heat'),
        aggs: {
          time: {
            date_histogram: {
              field: '@timestamp',
              fixed_interval: '30s',
              extended_bounds: { min: start, max: start + 2 * minute - 1 },
            },
          },
          names: {
            terms: { field: 'orchestrator.labels.application.keyword' },
          },
        },
      },
      store.lines,
    );
    expect(hits.total.value).toBe(150);
    expect(
      aggregations.time.buckets.map((bucket: any) => bucket.doc_count),
    ).toEqual([0, 0, 150, 0]);
    expect(aggregations.names.buckets).toEqual([
      { key: 'heat', doc_count: 150 },
    ]);
  });

  it('refuse what they do not understand', () => {
    const query = { fuzzy: { 'log.level': 'eror' } };
    expect(() => searchLogs('_count', { query }, store.lines)).toThrow(
      QueryError,
    );
  });
});
