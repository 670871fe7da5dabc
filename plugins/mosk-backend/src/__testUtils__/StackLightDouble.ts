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

import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** A request that the double got. */
export interface SeenRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What the double does with a request: JSON that it answers with, or anything by hand. */
export type DoubleAnswer =
  | { json: unknown; status?: number }
  | ((response: ServerResponse) => void);

/** An HTTP server that answers like StackLight, as a test tells it to. */
export class StackLightDouble {
  readonly seen: SeenRequest[] = [];
  answer: (request: SeenRequest) => DoubleAnswer = () => ({ json: [] });

  private constructor(private readonly server: Server) {}

  static async start(): Promise<StackLightDouble> {
    const server = createServer();
    const double = new StackLightDouble(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url!, 'http://localhost');
        double.handle(
          {
            method: request.method!,
            path: url.pathname,
            query: url.searchParams,
            headers: request.headers,
            body: Buffer.concat(chunks).toString(),
          },
          response,
        );
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  paths(): string[] {
    return this.seen.map(({ path }) => path);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private handle(request: SeenRequest, response: ServerResponse): void {
    this.seen.push(request);
    const answer = this.answer(request);
    if (typeof answer === 'function') {
      answer(response);
      return;
    }
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer.json));
  }
}

/** An alert as Alertmanager answers with it. */
export function rawAlert(
  name: string,
  options: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    silencedBy?: string[];
    inhibitedBy?: string[];
  } = {},
) {
  const { labels, annotations, silencedBy = [], inhibitedBy = [] } = options;
  return {
    labels: { alertname: name, severity: 'critical', ...labels },
    annotations: { summary: `${name} happened`, ...annotations },
    startsAt: '2026-03-04T10:00:00.000Z',
    endsAt: '2026-03-04T10:10:00.000Z',
    updatedAt: '2026-03-04T10:05:00.000Z',
    fingerprint: `fingerprint-${name}`,
    generatorURL: `http://prometheus-server-0:9090/graph?g0.expr=${name}&g0.tab=1`,
    receivers: [{ name: 'nobody' }],
    status: {
      state: silencedBy.length + inhibitedBy.length ? 'suppressed' : 'active',
      silencedBy,
      inhibitedBy,
    },
  };
}
