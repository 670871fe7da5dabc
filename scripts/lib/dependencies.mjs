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

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './paths.mjs';
import { run } from './processes.mjs';
import { hashOf, onceFor } from './stamp.mjs';
import { step } from './steps.mjs';

const yarnRelease = join(rootFolder, '.yarn', 'releases', 'yarn-4.13.0.cjs');

/** Installs the npm dependencies, unless they are there for this lock file. */
export async function installDependencies() {
  const manifests = globSync(
    '{package.json,{packages,plugins}/*/package.json}',
    {
      cwd: rootFolder,
    },
  );
  const hash = hashOf(
    ['yarn.lock', ...manifests.sort()].map(file => join(rootFolder, file)),
    process.version,
  );
  const stamp = join(rootFolder, 'node_modules', '.mosk-install');
  await onceFor(stamp, hash, () =>
    step('Installing dependencies (two minutes the first time)', progress =>
      run(process.execPath, [yarnRelease, 'install', '--immutable'], {
        cwd: rootFolder,
        env: { CI: '' },
        onLine: line => {
          const name = /┌ (.+) step/.exec(line)?.[1];
          if (name) {
            progress(`${name.toLowerCase()} step`);
          }
        },
      }),
    ),
  );
}
