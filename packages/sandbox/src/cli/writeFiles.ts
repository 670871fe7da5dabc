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

import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { SandboxDescription } from './description';
import { kubeconfig } from './kubeconfig';
import { portalConfiguration } from './portalConfiguration';
import { Cloud } from '../cloud';

/** Everything by which people and portals reach the clouds. Only the owner may read it: it holds tokens. */
export async function writeFiles(
  directory: string,
  clouds: Cloud[],
  description: SandboxDescription,
  options: { throughProxy: boolean },
): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const cloud of clouds) {
    const { kubeconfig: file } = description.clouds.find(
      ({ name }) => name === cloud.name,
    )!;
    await writePrivate(
      file,
      stringify(kubeconfig(cloud.name, cloud.controlPlane.connection)),
    );
  }
  await writePrivate(
    description.portalConfig,
    stringify(portalConfiguration(description, options)),
  );
  await writePrivate(
    join(directory, 'sandbox.json'),
    `${JSON.stringify(description, undefined, 2)}\n`,
  );
}

async function writePrivate(file: string, text: string): Promise<void> {
  const partial = `${file}.partial`;
  await writeFile(partial, text, { mode: 0o600 });
  await chmod(partial, 0o600);
  await rename(partial, file);
}
