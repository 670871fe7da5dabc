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
import { rootFolder } from './paths.mjs';
import { run } from './processes.mjs';
import { hashOf, onceFor } from './stamp.mjs';
import { step } from './steps.mjs';

const backstageCli = join(rootFolder, 'node_modules', '.bin', 'backstage-cli');

/** Builds the page of the portal, unless it was built from these sources. */
export async function buildBundle(app) {
  const sources = [
    'app-config.yaml',
    'yarn.lock',
    'plugins/mosk',
    'plugins/mosk-common',
    `packages/${app}`,
  ].map(path => join(rootFolder, path));
  const folder = join(rootFolder, 'packages', app);
  await onceFor(join(folder, 'dist', '.built-from'), hashOf(sources), () =>
    step(`Building packages/${app} (a minute or two)`, () =>
      run(backstageCli, ['package', 'build'], { cwd: folder }),
    ),
  );
}
