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

import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { rootFolder } from '../paths';

const KEPT_LINES = 50;

export interface Portal {
  baseUrl: string;
  stop(): Promise<void>;
}

/** Starts the production bundle behind a backend of its own, as a process of its own. */
export async function startPortal(options: {
  folder: string;
  configs: string[];
}): Promise<Portal> {
  const child = spawn(
    process.execPath,
    [
      join(rootFolder, 'scripts', 'portal.mjs'),
      ...['--port', String(await freePort())],
      ...['--folder', options.folder],
      ...options.configs.flatMap(file => ['--config', file]),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const baseUrl = await untilReady(child);
  return {
    baseUrl,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') {
    throw new Error('The operating system gave no port');
  }
  return address.port;
}

async function untilReady(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  createInterface({ input: child.stderr! }).on('line', line => {
    lines.push(line);
    lines.splice(0, lines.length - KEPT_LINES);
  });
  return new Promise((ready, failed) => {
    createInterface({ input: child.stdout! }).on('line', line => {
      if (line.startsWith('{"ready"')) {
        ready(JSON.parse(line).baseUrl);
      }
    });
    child.once('exit', code =>
      failed(
        new Error(
          `The portal ended with ${code} while it started:\n${lines.join(
            '\n',
          )}`,
        ),
      ),
    );
  });
}
