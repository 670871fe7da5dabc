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
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

// eslint-disable-next-line no-restricted-syntax -- never built: it runs from the checkout
const rootFolder = resolve(__dirname, '../../../..');

/** Where pictures and logs of failed tests are kept. */
export const reportFolder = join(rootFolder, 'e2e-report');

export interface Portal {
  baseUrl: string;
  stop(): Promise<void>;
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

async function stop(child: ChildProcess) {
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

/** Starts the production bundle behind a backend of its own, as a process of its own. */
export async function startPortal(options: {
  app?: 'app' | 'app-legacy';
  folder: string;
  configs: string[];
  /** Keeps the port of an earlier portal, for restarts. */
  port?: number;
}): Promise<Portal> {
  const port = options.port ?? (await freePort());
  mkdirSync(reportFolder, { recursive: true });
  const log = createWriteStream(join(reportFolder, `portal-${port}.log`), {
    flags: 'a',
  });
  const child = spawn(
    process.execPath,
    [
      join(rootFolder, 'scripts', 'portal.mjs'),
      ...['--app', options.app ?? 'app'],
      ...['--port', String(port)],
      ...['--folder', options.folder],
      ...options.configs.flatMap(file => ['--config', file]),
    ],
    {
      // Jest's environment must not reach the portal.
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', CI: '' },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  child.stderr.pipe(log);
  const baseUrl = await new Promise<string>((ready, failed) => {
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.startsWith('{"ready"')) {
        ready(JSON.parse(line).baseUrl);
      }
    });
    child.once('exit', code =>
      failed(
        new Error(
          `The portal ended with ${code} while it started; see ${log.path}`,
        ),
      ),
    );
  });
  return { baseUrl, stop: () => stop(child) };
}
