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

import { z } from 'zod';
import { TimeRange } from './PrometheusClient';
import { StackLightSource } from './StackLightSource';
import { StackLightRequest } from './types';

const healthSchema = z.object({
  status: z.enum(['green', 'yellow', 'red', 'unknown']).catch('unknown'),
  number_of_nodes: z.number().optional(),
  active_shards: z.number().optional(),
  unassigned_shards: z.number().optional(),
  active_shards_percent_as_number: z.number().optional(),
});

const histogramSchema = z.object({
  aggregations: z
    .object({
      errors: z.object({
        buckets: z.array(z.object({ key: z.number(), doc_count: z.number() })),
      }),
    })
    .optional(),
});

/** How OpenSearch is, as the pages show it. */
export interface OpenSearchState {
  status: 'green' | 'yellow' | 'red' | 'unknown';
  nodes?: number;
  activeShards?: number;
  unassignedShards?: number;
  activeShardsPercent?: number;
}

/** Levels of log lines that tell of trouble, as programs spell them. */
const troubled = [
  'error',
  'err',
  'critical',
  'crit',
  'fatal',
  'alert',
  'emerg',
];

/** What OpenSearch knows, asked directly or through the console of its Dashboards. */
export class OpenSearchClient {
  private constructor(
    private readonly source: StackLightSource,
    private readonly throughDashboards: boolean,
  ) {}

  static create(options: {
    source: StackLightSource;
    throughDashboards: boolean;
  }): OpenSearchClient {
    return new OpenSearchClient(options.source, options.throughDashboards);
  }

  async health(): Promise<OpenSearchState> {
    const found = await this.source.ask(
      this.wrapped({ path: '/_cluster/health' }),
      healthSchema,
    );
    return {
      status: found.status,
      nodes: found.number_of_nodes,
      activeShards: found.active_shards,
      unassignedShards: found.unassigned_shards,
      activeShardsPercent: found.active_shards_percent_as_number,
    };
  }

  /** How many lines of trouble these applications logged, by time; per second. */
  async errors(
    applications: readonly string[],
    { from, to, step }: TimeRange,
  ): Promise<Array<[number, number]>> {
    const { aggregations } = await this.source.ask(
      this.wrapped({
        method: 'POST',
        // Not those of OpenSearch itself.
        path: '/*,-.*/_search',
        body: JSON.stringify({
          size: 0,
          track_total_hits: false,
          query: {
            bool: {
              filter: [
                {
                  range: {
                    '@timestamp': {
                      gte: from.toISOString(),
                      lt: to.toISOString(),
                    },
                  },
                },
                { terms: { 'orchestrator.labels.application': applications } },
                {
                  terms: {
                    'log.level': troubled.flatMap(level => [
                      level,
                      level.toUpperCase(),
                    ]),
                  },
                },
              ],
            },
          },
          aggs: {
            errors: {
              date_histogram: {
                field: '@timestamp',
                fixed_interval: `${step}s`,
                min_doc_count: 0,
                extended_bounds: {
                  min: from.getTime(),
                  max: to.getTime() - 1,
                },
              },
            },
          },
        }),
      }),
      histogramSchema,
    );
    return (aggregations?.errors.buckets ?? []).map(
      ({ key, doc_count: count }) => [key, count / step],
    );
  }

  private wrapped(request: StackLightRequest): StackLightRequest {
    if (!this.throughDashboards) {
      return request;
    }
    const { method = 'GET', path, body } = request;
    return {
      method: 'POST',
      path: '/api/console/proxy',
      query: { path: path.slice(1), method },
      // Dashboards, and Kibana before it, take this for a sign that no browser was tricked.
      headers: { 'osd-xsrf': 'true', 'kbn-xsrf': 'true' },
      body,
    };
  }
}
