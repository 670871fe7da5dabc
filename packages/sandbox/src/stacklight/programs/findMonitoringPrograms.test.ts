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

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMonitoringPrograms } from './findMonitoringPrograms';

async function put(directory: string, names: string[]) {
  await mkdir(directory, { recursive: true });
  for (const name of names) {
    await writeFile(join(directory, name), '', { mode: 0o755 });
  }
}

describe('findMonitoringPrograms', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'find-monitoring-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('builds once, then takes the cache, and prefers what is installed', async () => {
    const path = join(root, 'bin');
    const environment = { MOSK_PORTAL_CACHE: root, PATH: path };
    let built = 0;
    const build = async (directory: string) => {
      built += 1;
      await put(directory, ['prometheus', 'alertmanager']);
    };
    const find = () =>
      findMonitoringPrograms({ environment, log: () => {}, build });

    await put(path, ['prometheus']);
    const made = await find();
    expect(made.prometheus).toMatch(join(root, 'stacklight'));
    await expect(find()).resolves.toEqual(made);
    expect(built).toBe(1);

    await put(path, ['prometheus-alertmanager']);
    await expect(find()).resolves.toEqual({
      prometheus: join(path, 'prometheus'),
      alertmanager: join(path, 'prometheus-alertmanager'),
    });
  });

  it('says what helps when they cannot be had', async () => {
    const failure = findMonitoringPrograms({
      environment: { MOSK_PORTAL_CACHE: root },
      log: () => {},
      build: async () => {
        throw new Error('there is no go on the PATH');
      },
    });
    await expect(failure).rejects.toThrow(
      /no go on the PATH[^]*on the PATH;[^]*stacklight[^]*Go 1\.24/,
    );
  });
});
