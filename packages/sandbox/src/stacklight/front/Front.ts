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

import { timingSafeEqual } from 'node:crypto';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** Named as that of the proxy of MOSK. */
const cookieName = 'kc-access';

export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/**
 * What stands in front of each page of StackLight, as the IAM proxy of MOSK does: programs need the token. Browsers are
 * signed in at once, as the sandbox has nobody to ask.
 */
export class Front {
  static async start(options: {
    token: string;
    answer: Answer;
  }): Promise<Front> {
    const server = createServer();
    const front = new Front(options.token, server);
    server.on('request', (request, response) => {
      if (!front.#letIn(request, response)) {
        return;
      }
      options.answer(request, response).catch(error => {
        if (!response.headersSent) {
          response.writeHead(502, { 'content-type': 'text/plain' });
        }
        response.end(String(error));
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return front;
  }

  private constructor(
    private readonly token: string,
    private readonly server: Server,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  #letIn(request: IncomingMessage, response: ServerResponse): boolean {
    const { authorization = '', cookie = '', accept = '' } = request.headers;
    const cookies = cookie.split(/; */);
    if (
      isEqual(authorization, `Bearer ${this.token}`) ||
      cookies.some(one => isEqual(one, `${cookieName}=${this.token}`))
    ) {
      return true;
    }
    if (request.method === 'GET' && accept.includes('text/html')) {
      response.setHeader(
        'set-cookie',
        `${cookieName}=${this.token}; Path=/; HttpOnly; SameSite=Lax`,
      );
      return true;
    }
    request.resume();
    response.writeHead(401, {
      'content-type': 'application/json',
      'www-authenticate': 'Bearer',
    });
    response.end(JSON.stringify({ error: 'no token, or not a valid one' }));
    return false;
  }
}

function isEqual(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
