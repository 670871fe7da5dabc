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

import { Agent, Dispatcher, ProxyAgent, request } from 'undici';
import { KubernetesError } from './KubernetesError';
import {
  ClusterAccess,
  Credentials,
  KubernetesConnection,
  KubernetesRequest,
  KubernetesResponse,
} from './types';

/** HTTP to one API server with a pool of connections of its own. */
export class DefaultKubernetesConnection implements KubernetesConnection {
  private dispatcher: { key: string; agent: Dispatcher } | undefined;

  private constructor(
    private readonly access: ClusterAccess,
    private readonly timeoutMs: number,
  ) {}

  static create(
    access: ClusterAccess,
    options: { timeoutMs: number },
  ): DefaultKubernetesConnection {
    return new DefaultKubernetesConnection(access, options.timeoutMs);
  }

  async request(options: KubernetesRequest): Promise<KubernetesResponse> {
    const credentials = await this.access.credentials();
    const query = new URLSearchParams(
      Object.entries(options.query ?? {}).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    );
    const search = query.size ? `?${query}` : '';
    try {
      const answer = await request(
        `${this.access.url}${options.path}${search}`,
        {
          dispatcher: this.agentFor(credentials),
          method: options.method ?? 'GET',
          headers: {
            accept: 'application/json',
            'user-agent': 'mosk-portal',
            ...options.headers,
            ...credentials.headers,
          },
          body: options.body,
          signal: options.signal,
          headersTimeout: this.timeoutMs,
          // A stream may rest for long; who reads it watches over it.
          bodyTimeout: 0,
        },
      );
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: answer.body,
      };
    } catch (error) {
      options.signal?.throwIfAborted();
      throw new KubernetesError({
        reason: 'unreachable',
        message: networkMessage(error),
        cause: error,
      });
    }
  }

  async close(): Promise<void> {
    await this.dispatcher?.agent.destroy();
  }

  private agentFor({ tls, proxyUrl }: Credentials): Dispatcher {
    const key = JSON.stringify([tls, proxyUrl]);
    if (this.dispatcher?.key !== key) {
      // Requests under way end on the old one; it closes behind them.
      this.dispatcher?.agent.close().catch(() => {});
      const connect = { ...tls, timeout: this.timeoutMs };
      this.dispatcher = {
        key,
        agent: proxyUrl
          ? new ProxyAgent({ uri: proxyUrl, requestTls: connect })
          : new Agent({ connect }),
      };
    }
    return this.dispatcher.agent;
  }
}

function networkMessage(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const code = 'code' in error ? ` (${error.code})` : '';
  const inner =
    error instanceof AggregateError
      ? error.errors.map(item => networkMessage(item)).join('; ')
      : error.message;
  return `${inner || error.name}${
    error.message.includes(String(code.slice(2, -1))) ? '' : code
  }`;
}
