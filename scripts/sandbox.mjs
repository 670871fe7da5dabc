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

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { rootFolder } from './lib/paths.mjs';
import { sandboxCommand } from './lib/sandbox.mjs';

// Commands the sandbox of a running demo: scripts/run.sh sandbox fail-service dashboard
const { status } = spawnSync(
  process.execPath,
  [
    sandboxCommand,
    'command',
    '--directory',
    join(rootFolder, '.demo', 'sandbox'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
