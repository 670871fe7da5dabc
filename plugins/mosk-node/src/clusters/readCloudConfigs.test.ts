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

import { ConfigReader } from '@backstage/config';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectingLogger } from '../testing/collectingLogger';
import { readCloudConfigs } from './readCloudConfigs';

const section = (cluster: object = {}) => ({
  clusterLocatorMethods: [
    { type: 'catalog' },
    {
      type: 'config',
      clusters: [{ name: 'one', url: 'https://one.example:6443/', ...cluster }],
    },
  ],
});

describe('readCloudConfigs', () => {
  let folder: string;
  const logger = collectingLogger();
  const read = (data: object) =>
    readCloudConfigs(new ConfigReader(data as any), logger);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mosk-clusters-'));
    writeFileSync(
      join(folder, 'kubeconfig'),
      JSON.stringify({
        clusters: [
          { name: 'c', cluster: { server: 'https://two.example:6443' } },
        ],
        users: [{ name: 'u', user: { token: 'token-of-kubeconfig' } }],
        contexts: [{ name: 'two', context: { cluster: 'c', user: 'u' } }],
        'current-context': 'two',
      }),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => logger.lines.splice(0));

  it('joins both sections and reads a token file anew each time', async () => {
    const file = join(folder, 'token');
    writeFileSync(file, 'first\n');
    const [one, two] = await read({
      kubernetes: section({ serviceAccountToken: 'lent', skipTLSVerify: true }),
      mosk: {
        clusters: [
          {
            name: 'one',
            title: 'One',
            owner: 'group:default/ops',
            tokenFile: file,
            links: [{ title: 'Horizon', url: 'https://horizon.example' }],
          },
          { name: 'two', kubeconfig: { file: join(folder, 'kubeconfig') } },
        ],
      },
    });
    expect(one).toMatchObject({
      name: 'one',
      title: 'One',
      owner: 'group:default/ops',
      readOnly: undefined,
      links: [{ title: 'Horizon', url: 'https://horizon.example' }],
    });
    expect(one.access.url).toBe('https://one.example:6443');
    expect(await one.access.credentials()).toMatchObject({
      headers: { authorization: 'Bearer first' },
      tls: { rejectUnauthorized: false },
    });
    writeFileSync(file, 'second\n');
    expect((await one.access.credentials()).headers.authorization).toBe(
      'Bearer second',
    );
    rmSync(file);
    await expect(one.access.credentials()).rejects.toMatchObject({
      reason: 'unauthorized',
    });
    expect(two).toMatchObject({ name: 'two', title: 'two' });
    expect(two.access.url).toBe('https://two.example:6443');
    expect(await two.access.credentials()).toMatchObject({
      headers: { authorization: 'Bearer token-of-kubeconfig' },
    });
    expect(logger.lines).toEqual([]);
  });

  it('makes a cloud read-only when it has no token of its own, and says why', async () => {
    const kubernetes = section({ serviceAccountToken: 'lent' });
    for (const mosk of [{ clusters: [{ name: 'one' }] }, {}]) {
      logger.lines.splice(0);
      const [cloud] = await read({ kubernetes, mosk });
      expect(cloud.readOnly?.reason).toMatch(/no token of its own/);
      expect((await cloud.access.credentials()).headers.authorization).toBe(
        'Bearer lent',
      );
      expect(logger.lines).toEqual([
        expect.stringMatching(/warn The cloud "one" is read-only/),
      ]);
      expect(logger.lines.join()).not.toContain('lent"');
    }
    const [closed] = await read({
      kubernetes,
      mosk: { clusters: [{ name: 'one', token: 'own', readOnly: true }] },
    });
    expect(closed.readOnly?.reason).toMatch(/mosk\.clusters\[0\]\.readOnly/);
    expect(await read({})).toEqual([]);
    expect(await read({ kubernetes: section() })).toEqual([]);
  });

  it.each([
    ['mosk.clusters[0].token', section(), { name: 'one' }],
    ['mosk.clusters[0].token', section(), { name: 'one', token: 'a b' }],
    [
      'mosk.clusters[0].tokenFile',
      section(),
      { name: 'one', token: 'a', tokenFile: 'b' },
    ],
    ['mosk.clusters[0].name', section(), { name: 'three', token: 'a' }],
    ['mosk.clusters[0].name', section(), { token: 'a' }],
    [
      'mosk.clusters[0].kubeconfig.file',
      section(),
      { name: 'x', kubeconfig: { file: '/nowhere' } },
    ],
    [
      'mosk.clusters[0].kubeconfig.context',
      section(),
      { name: 'x', kubeconfig: { file: '$FILE', context: 'y' } },
    ],
    [
      'kubernetes.clusterLocatorMethods[1].clusters[0].url',
      section({ url: 'one' }),
      {},
    ],
    [
      'kubernetes.clusterLocatorMethods[1].clusters[0].caData',
      section({ caData: 'eA==' }),
      {},
    ],
    [
      'kubernetes.clusterLocatorMethods[1].clusters[0].caFile',
      section({ caFile: '/nowhere' }),
      {},
    ],
  ])('names %s when it is wrong', async (path, kubernetes, cluster) => {
    const text = JSON.stringify({ kubernetes, mosk: { clusters: [cluster] } });
    const data = JSON.parse(text.replace('$FILE', join(folder, 'kubeconfig')));
    const error = await read(data).then(
      () => undefined,
      caught => caught,
    );
    expect(error?.message).toContain(path);
  });
});
