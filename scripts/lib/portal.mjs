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

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './paths.mjs';
import { start } from './processes.mjs';

const POLL_MS = 250;
const START_TIMEOUT_MS = 180_000;

/**
 * Starts the portal's backend, which also serves the built page, and waits until it answers.
 *
 * @param options.app - `app` or `app-legacy`
 * @param options.folder - where its database and configuration lie
 * @param options.configs - further configuration files, such as the sandbox's
 */
export async function startPortal({ app, port, folder, configs, onLine }) {
  const baseUrl = `http://localhost:${port}`;
  mkdirSync(folder, { recursive: true });
  const ownConfig = join(folder, 'app-config.portal.yaml');
  writeFileSync(
    ownConfig,
    JSON.stringify({
      app: { baseUrl, packageName: app },
      backend: {
        baseUrl,
        listen: { port, host: '127.0.0.1' },
        cors: { origin: baseUrl },
        database: {
          client: 'better-sqlite3',
          connection: { directory: join(folder, 'database') },
        },
      },
    }),
  );
  const configArguments = [
    join(rootFolder, 'app-config.yaml'),
    ...configs,
    ownConfig,
  ].flatMap(file => ['--config', file]);
  const handle = start(
    process.execPath,
    [
      '--no-node-snapshot',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/index.ts',
      ...configArguments,
    ],
    {
      cwd: join(rootFolder, 'packages', 'backend'),
      // Guests may sign in, and the backend makes its own keys.
      env: { NODE_ENV: 'development' },
      onLine,
    },
  );
  await waitUntilReady(handle, `${baseUrl}/.backstage/health/v1/readiness`);
  return { ...handle, baseUrl };
}

/** Forgets what an earlier portal in this folder remembered. */
export function clearPortal(folder) {
  rmSync(folder, { recursive: true, force: true });
}

async function waitUntilReady(handle, url) {
  let exitCode;
  handle.exited.then(code => {
    exitCode = code;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (exitCode !== undefined) {
      throw new Error(
        `The portal ended with ${exitCode} while it started:\n${handle.lines
          .slice(-40)
          .join('\n')}`,
      );
    }
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  await handle.stop();
  throw new Error(
    `The portal did not answer at ${url} within ${
      START_TIMEOUT_MS / 1000
    } s:\n${handle.lines.slice(-40).join('\n')}`,
  );
}
