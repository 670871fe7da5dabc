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

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './lib/paths.mjs';

// The first line of the licence, whatever the comment syntax.
const mark = 'Licensed under the Apache License, Version 2.0';

const files = execFileSync(
  'git',
  [
    'ls-files',
    '*.ts',
    '*.tsx',
    '*.js',
    '*.mjs',
    '*.cjs',
    '*.sh',
    '*.go',
    '*.css',
  ],
  { cwd: rootFolder, encoding: 'utf8' },
)
  .split('\n')
  .filter(Boolean)
  .filter(
    file =>
      !/(^|\/)(generated|\.yarn)\//.test(file) &&
      !file.endsWith('.eslintrc.js'),
  );

const missing = files.filter(
  file =>
    !readFileSync(join(rootFolder, file), 'utf8').slice(0, 800).includes(mark),
);
if (missing.length) {
  console.error(`These files lack the header of scripts/copyright-header.txt:`);
  console.error(missing.join('\n'));
  process.exit(1);
}
