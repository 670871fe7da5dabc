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

import { mkdir } from 'node:fs/promises';
import { readDescription } from '../testing/readDescription';

/** Two sandboxes in one directory would overwrite each other's addresses and tokens. */
export async function claimDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const description = await readDescription(directory).catch(() => undefined);
  if (!description) {
    return;
  }
  const { control, pid } = description;
  const answers = await fetch(control.url, {
    headers: { authorization: `Bearer ${control.token}` },
  }).then(
    response => response.ok,
    () => false,
  );
  if (answers) {
    throw new Error(
      `A sandbox runs in ${directory} already (process ${pid}); end it or choose another --directory`,
    );
  }
}
