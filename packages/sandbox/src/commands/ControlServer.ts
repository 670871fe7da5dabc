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

import { randomBytes, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Commands } from './Commands';

/** Takes commands for the clouds, from whoever may read sandbox.json. */
export class ControlServer {
  readonly token = randomBytes(24).toString('hex');

  private constructor(
    private readonly server: Server,
    private readonly clouds: Map<string, Commands>,
  ) {
    server.on('request', (request, response) => {
      this.handle(request, response).catch(error =>
        send(response, 400, { error: error.message }),
      );
    });
  }

  static async start(clouds: Map<string, Commands>): Promise<ControlServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return new ControlServer(server, clouds);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (!this.mayAsk(request)) {
      send(response, 401, { error: 'The token of sandbox.json is needed' });
      return;
    }
    if (request.method === 'GET') {
      const verbs = [...this.clouds].map(([cloud, commands]) => ({
        cloud,
        commands: commands.list(),
      }));
      send(response, 200, { result: verbs });
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { cloud, verb, args } = JSON.parse(Buffer.concat(chunks).toString());
    const result = await this.commandsOf(cloud).run(verb, args ?? []);
    send(response, 200, { result });
  }

  private commandsOf(cloud: string | undefined): Commands {
    const names = [...this.clouds.keys()];
    const name = cloud ?? names[0];
    const commands = this.clouds.get(name);
    if (!commands) {
      throw new Error(
        `There is no cloud ${name}; there are ${names.join(', ')}`,
      );
    }
    return commands;
  }

  private mayAsk(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers.authorization ?? '');
    const expected = Buffer.from(`Bearer ${this.token}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

function send(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
