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
import { cacheDirectory } from './binaries';
import { findBinaries } from './findBinaries';

async function putBinaries(directory: string) {
  await mkdir(directory, { recursive: true });
  for (const name of ['etcd', 'kube-apiserver']) {
    await writeFile(join(directory, name), '', { mode: 0o755 });
  }
}

describe('findBinaries', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'find-binaries-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('prefers KUBEBUILDER_ASSETS, then the cache, then the sources in their order', async () => {
    const assets = join(root, 'assets');
    const environment = { MOSK_PORTAL_CACHE: root };
    const cache = cacheDirectory(environment);
    const tried: string[] = [];
    const sources = {
      closed: async () => {
        tried.push('closed');
        throw new Error('no way there');
      },
      open: async (directory: string) => {
        tried.push('open');
        await putBinaries(directory);
      },
      never: async () => {
        tried.push('never');
      },
    };
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);

    const built = await findBinaries({ environment, log, sources });
    expect(built.etcd).toBe(join(cache, 'etcd'));
    expect(tried).toEqual(['closed', 'open']);
    expect(lines).toEqual(['Not from closed: no way there']);

    const cached = await findBinaries({ environment, log, sources });
    expect(cached).toEqual(built);
    expect(tried).toHaveLength(2);

    await putBinaries(assets);
    const given = await findBinaries({
      environment: { ...environment, KUBEBUILDER_ASSETS: assets },
      log,
      sources,
    });
    expect(given.kubeApiserver).toBe(join(assets, 'kube-apiserver'));
  });

  it('names every way out when there is none', async () => {
    const environment = { MOSK_PORTAL_CACHE: root };
    const log = () => {};
    const sources = {
      'a download': async () => {
        throw new Error('example.org does not answer');
      },
    };
    const failure = findBinaries({ environment, log, sources });
    await expect(failure).rejects.toThrow(
      /a download: example\.org does not answer[^]*KUBEBUILDER_ASSETS[^]*Go 1\.24/,
    );
    await expect(
      findBinaries({
        environment: { KUBEBUILDER_ASSETS: join(root, 'nothing') },
        log,
        sources,
      }),
    ).rejects.toThrow(/KUBEBUILDER_ASSETS is .*nothing/);
  });

  it('keeps its cache where the environment says', () => {
    expect(cacheDirectory({ XDG_CACHE_HOME: '/x' })).toMatch(
      /^\/x\/mosk-portal\/control-plane\/v1\.\d+\.\d+$/,
    );
    expect(
      cacheDirectory({ XDG_CACHE_HOME: '/x', MOSK_PORTAL_CACHE: '/y' }),
    ).toMatch(/^\/y\/control-plane\//);
  });
});
