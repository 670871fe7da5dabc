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
import { StackLightSource } from './StackLightSource';

const sample = z.tuple([z.number(), z.string()]);

const metric = z.record(z.string()).default({});

const rangeSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(z.object({ metric, values: z.array(sample) })),
  }),
});

const instantSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ metric, value: sample })),
  }),
});

const buildSchema = z.object({
  data: z.object({ version: z.string().optional() }),
});

/** A period and the distance of its points. */
export interface TimeRange {
  from: Date;
  to: Date;
  /** Seconds. */
  step: number;
}

/** Values over time of one combination of labels. */
export interface MetricSeries {
  labels: Record<string, string>;
  /** Pairs of milliseconds since 1970 and the value. */
  points: Array<[number, number]>;
}

/** What Prometheus measured, by queries that stand in this package. */
export class PrometheusClient {
  private constructor(private readonly source: StackLightSource) {}

  static create(options: { source: StackLightSource }): PrometheusClient {
    return new PrometheusClient(options.source);
  }

  async range(
    query: string,
    { from, to, step }: TimeRange,
  ): Promise<MetricSeries[]> {
    const { data } = await this.source.ask(
      {
        path: '/api/v1/query_range',
        query: {
          query,
          start: String(from.getTime() / 1000),
          end: String(to.getTime() / 1000),
          step: String(step),
        },
      },
      rangeSchema,
    );
    return data.result.map(({ metric: labels, values }) => ({
      labels,
      points: values.flatMap(([seconds, value]) =>
        finite(seconds * 1000, value),
      ),
    }));
  }

  async now(
    query: string,
  ): Promise<Array<{ labels: Record<string, string>; value: number }>> {
    const { data } = await this.source.ask(
      { path: '/api/v1/query', query: { query } },
      instantSchema,
    );
    return data.result.flatMap(({ metric: labels, value: [at, value] }) =>
      finite(at, value).map(([, number]) => ({ labels, value: number })),
    );
  }

  async version(): Promise<string | undefined> {
    const { data } = await this.source.ask(
      { path: '/api/v1/status/buildinfo' },
      buildSchema,
    );
    return data.version;
  }
}

/** JSON has no word for what Prometheus says where there is no number. */
function finite(at: number, text: string): Array<[number, number]> {
  const value = Number(text);
  return Number.isFinite(value) ? [[at, value]] : [];
}
