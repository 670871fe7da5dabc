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

import {
  access,
  chmod,
  constants,
  mkdir,
  mkdtemp,
  rename,
  rm,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Fills a directory with programs, all at once or not at all, also when several processes try. */
export async function fillDirectory(
  directory: string,
  fill: (staging: string) => Promise<void>,
  names: readonly string[] = ['etcd', 'kube-apiserver'],
): Promise<void> {
  await mkdir(dirname(directory), { recursive: true });
  const staging = await mkdtemp(`${directory}.partial-`);
  try {
    await fill(staging);
    await mkdir(directory, { recursive: true });
    for (const name of names) {
      await chmod(join(staging, name), 0o755);
      await rename(join(staging, name), join(directory, name));
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  for (const name of names) {
    await access(join(directory, name), constants.X_OK);
  }
}
