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

import { IncomingMessage } from 'node:http';
import { CloudObjects } from '../metrics/types';
import { Answer } from '../front/Front';
import { page } from '../front/page';
import { openSearchHealth } from './openSearchHealth';
import { QueryError, searchLogs } from './searchLogs';
import { LogLines } from './types';

export interface OpenSearchDoubleOptions {
  read(): Promise<CloudObjects>;
  lines(): readonly LogLines[];
}

interface Reply {
  status: number;
  body: object;
}

const failure = (status: number, type: string, reason: string): Reply => ({
  status,
  body: { error: { type, reason }, status },
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Answers as OpenSearch does, to the few requests that ask how it is and how much was logged. */
export class OpenSearchDouble {
  constructor(private readonly options: OpenSearchDoubleOptions) {}

  /** As OpenSearch itself. */
  readonly direct: Answer = async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = await readBody(request);
    const reply = await this.#ask(path, body);
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply.body));
  };

  /** As OpenSearch Dashboards, whose console hands requests on. */
  readonly dashboards: Answer = async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/api/console/proxy') {
      await page('OpenSearch Dashboards')(request, response);
      return;
    }
    const body = await readBody(request);
    let reply: Reply;
    if (request.method !== 'POST') {
      reply = failure(404, 'not_found', 'Not Found');
    } else if (!request.headers['osd-xsrf'] && !request.headers['kbn-xsrf']) {
      reply = failure(
        400,
        'bad_request',
        'Request must contain a osd-xsrf header.',
      );
    } else {
      const path = url.searchParams.get('path') ?? '';
      reply = await this.#ask(`/${path.replace(/^\/|\?.*$/g, '')}`, body);
    }
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply.body));
  };

  async #ask(path: string, text: string): Promise<Reply> {
    const objects = await this.options.read();
    const health = openSearchHealth(objects.statefulSets);
    if (!health || health.number_of_nodes === 0) {
      return failure(
        503,
        'cluster_manager_not_discovered_exception',
        'no node of OpenSearch is ready',
      );
    }
    if (path === '/_cluster/health') {
      return { status: 200, body: health };
    }
    const [, operation] = /\/(_count|_search)$/.exec(path) ?? [];
    if (!operation) {
      return failure(
        400,
        'illegal_argument_exception',
        `the sandbox does not know ${path}`,
      );
    }
    try {
      const body = searchLogs(
        operation as '_count' | '_search',
        text ? JSON.parse(text) : {},
        this.options.lines(),
      );
      return { status: 200, body };
    } catch (error) {
      if (error instanceof QueryError || error instanceof SyntaxError) {
        return failure(400, 'parsing_exception', error.message);
      }
      throw error;
    }
  }
}
