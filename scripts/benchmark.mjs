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

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareBrowser } from './lib/browser.mjs';
import { buildBundle } from './lib/bundle.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { rootFolder } from './lib/paths.mjs';
import { run, stopAll, stopOnSignals } from './lib/processes.mjs';
import { prepareSandbox } from './lib/sandbox.mjs';

// Measures a portal on a sandbox cloud and prints a table: scripts/run.sh benchmark --quick
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

async function benchmark() {
  await installDependencies();
  const browser = await prepareBrowser();
  await prepareSandbox();
  await buildBundle('app');
  await run(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      join('benchmarks', 'src', 'main.ts'),
      ...(options.quick ? ['--quick'] : []),
      ...(options.only ? ['--only', options.only] : []),
    ],
    { cwd: rootFolder, env: browser, onLine: line => console.log(line) },
  );
}

stopOnSignals();
try {
  await benchmark();
} catch (error) {
  console.error(`error: ${error.message}`);
  await stopAll();
  process.exit(1);
}
