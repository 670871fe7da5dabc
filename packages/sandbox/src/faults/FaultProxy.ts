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
  Agent,
  createServer,
  request as sendRequest,
  type Server,
} from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { FaultList } from './FaultList';
import { answerWithoutItems } from './answerWithoutItems';
import { RunningWatch } from './RunningWatch';
import { requestVerb } from './requestVerb';
import { statusObject } from './statusObject';
import { ActiveFault, Fault, SeenRequest } from './types';
import { pause } from '../pause';

export interface FaultProxyOptions {
  /** Address of the API server. */
  target: string;
  /** PEM of its authority, which signed the proxy's certificate too. */
  ca: string;
  certificate: string;
  key: string;
}

/** Stands before an API server and makes the faults of a network and of a busy server, on demand. */
export class FaultProxy {
  private readonly faults = new FaultList();
  private readonly watches = new Set<RunningWatch>();
  private readonly sockets = new Set<Socket>();
  private readonly agent: Agent;
  private readonly server: Server;
  private readonly seen = new Map<string, number>();

  private constructor(private readonly options: FaultProxyOptions) {
    const { ca, certificate, key } = options;
    this.agent = new Agent({ ca, keepAlive: true });
    this.server = createServer({ cert: certificate, key });
    this.server.on('request', (request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
    this.server.on('secureConnection', socket => {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(options: FaultProxyOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options);
    await new Promise<void>((resolve, reject) => {
      proxy.server.once('error', reject);
      proxy.server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  /** Switches a fault on; what may befall a running watch hits those that run at once. */
  add(fault: Fault): ActiveFault {
    const active = this.faults.add(fault);
    if (active.type === 'status' || active.type === 'delay') {
      return active;
    }
    for (const watch of this.watches) {
      if (this.faults.take(watch.request)?.id === active.id) {
        watch.hit(active);
      }
    }
    return active;
  }

  list(): ActiveFault[] {
    return this.faults.list();
  }

  /** Without an id, all. Frozen watches flow again. */
  clear(id?: string): void {
    this.faults.clear(id);
    for (const watch of this.watches) {
      if (watch.frozenBy && !this.faults.has(watch.frozenBy)) {
        watch.thaw();
      }
    }
  }

  /** How many requests came since the start, by verb. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.seen);
  }

  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.server.close(resolve));
    for (const socket of this.sockets) {
      socket.destroy();
    }
    this.agent.destroy();
    await closed;
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const path = request.url ?? '/';
    const verb = requestVerb(request.method ?? 'GET', path);
    this.seen.set(verb, (this.seen.get(verb) ?? 0) + 1);

    const fault = this.faults.take({ verb, path });
    switch (fault?.type) {
      case 'drop':
        request.socket.destroy();
        return;
      case 'status':
        answer(response, fault);
        return;
      case 'malformed':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"kind": "List", "items": [');
        return;
      case 'expire':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(RunningWatch.expired);
        return;
      case 'delay':
        await pause(fault.delay ?? 1000);
        break;
      default:
        break;
    }
    this.forward(request, response, { verb, path }, fault);
  }

  private forward(
    request: IncomingMessage,
    response: ServerResponse,
    seen: SeenRequest,
    fault: ActiveFault | undefined,
  ): void {
    const upstream = sendRequest(new URL(seen.path, this.options.target), {
      agent: this.agent,
      method: request.method,
      headers:
        // What is rewritten must not come compressed.
        fault?.type === 'empty'
          ? { ...request.headers, 'accept-encoding': 'identity' }
          : request.headers,
    });
    upstream.on('error', () => request.socket.destroy());
    response.on('close', () => upstream.destroy());
    upstream.on('response', answered => {
      if (fault?.type === 'empty' && answered.statusCode === 200) {
        answerWithoutItems(answered, response).catch(() => response.destroy());
        return;
      }
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.on('error', () => response.destroy());
      answered.on('aborted', () => response.destroy());
      if (seen.verb !== 'watch' || answered.statusCode !== 200) {
        answered.pipe(response);
        return;
      }
      response.flushHeaders();
      const watch = new RunningWatch(seen, answered, response);
      this.watches.add(watch);
      response.on('close', () => this.watches.delete(watch));
      if (fault?.type === 'freeze' && this.faults.has(fault.id)) {
        watch.hit(fault);
      }
    });
    request.pipe(upstream);
  }
}

function answer(response: ServerResponse, fault: ActiveFault): void {
  const code = fault.status ?? 500;
  response.writeHead(code, {
    'content-type': 'application/json',
    ...(fault.retryAfter !== undefined && {
      'retry-after': String(fault.retryAfter),
    }),
  });
  response.end(JSON.stringify(statusObject(code)));
}
