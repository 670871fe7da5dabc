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

import { parseArgs } from 'node:util';
import { startPortal } from './lib/portal.mjs';
import { stopAll, stopOnSignals } from './lib/processes.mjs';

// Starts one portal and prints a line of JSON when it answers; tests and benchmarks run it as a child process.
const { values: options } = parseArgs({
  options: {
    app: { type: 'string', default: 'app' },
    port: { type: 'string' },
    folder: { type: 'string' },
    config: { type: 'string', multiple: true, default: [] },
  },
});

stopOnSignals();
// When the process that started us is gone, its end of our standard input closes.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
try {
  const portal = await startPortal({
    app: options.app,
    port: Number(options.port),
    folder: options.folder,
    configs: options.config,
    onLine: line => console.error(line),
  });
  console.log(
    JSON.stringify({
      ready: true,
      baseUrl: portal.baseUrl,
      pid: portal.child.pid,
    }),
  );
  const code = await portal.exited;
  throw new Error(`The portal ended with ${code}`);
} catch (error) {
  console.error(error.message);
  await stopAll();
  process.exit(1);
}
