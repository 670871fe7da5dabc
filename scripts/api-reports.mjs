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
import { apiReportArguments } from './lib/apiReports.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { rootFolder } from './lib/paths.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { step } from './lib/steps.mjs';

// With --check nothing is written, and a report that is not as it should be is an error.
const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
});
const bin = name => join(rootFolder, 'node_modules', '.bin', name);
const output = { cwd: rootFolder, onLine: console.log };

stopOnSignals();
await installDependencies();
await step('Types', () => run(bin('tsc'), ['--incremental', 'false'], output));
await step('API reports', () =>
  run(
    bin('backstage-repo-tools'),
    [...apiReportArguments, ...(options.check ? ['--ci'] : [])],
    output,
  ),
);
