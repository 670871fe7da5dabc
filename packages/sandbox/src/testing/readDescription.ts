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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SandboxDescription } from '../cli/description';

/** sandbox.json of a running sandbox. */
export async function readDescription(
  directory: string,
): Promise<SandboxDescription> {
  const file = join(directory, 'sandbox.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(
      `No sandbox runs in ${directory} (there is no ${file}); start one with mosk-sandbox start --directory ${directory}`,
    );
  });
  return JSON.parse(text);
}
