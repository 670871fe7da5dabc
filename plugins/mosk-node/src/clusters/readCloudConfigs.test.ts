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
import { CloudConfig } from './types';

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
  const readAll = (data: object) =>
    readCloudConfigs(new ConfigReader(data as any), logger);
  /** Only what is right. */
  const read = async (data: object): Promise<CloudConfig[]> =>
    (await readAll(data)).clouds.map(cloud => {
      if ('error' in cloud) {
        throw new Error(cloud.error);
      }
      return cloud;
    });

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
      { name: 'one', token: 'own' },
    ],
    [
      'kubernetes.clusterLocatorMethods[1].clusters[0].caData',
      section({ caData: 'eA==' }),
      { name: 'one', token: 'own' },
    ],
    [
      'kubernetes.clusterLocatorMethods[1].clusters[0].caFile',
      section({ caFile: '/nowhere' }),
      { name: 'one', token: 'own' },
    ],
  ])('names %s when it is wrong', async (path, kubernetes, cluster) => {
    const text = JSON.stringify({ kubernetes, mosk: { clusters: [cluster] } });
    const data = JSON.parse(text.replace('$FILE', join(folder, 'kubeconfig')));
    const { clouds } = await readAll(data);
    expect(clouds).toHaveLength(1);
    expect(clouds[0]).toMatchObject({ error: expect.stringContaining(path) });
    expect(logger.lines).toEqual([
      expect.stringMatching(/^error A MOSK cloud .* as it is configured/),
    ]);
    expect(logger.lines[0]).toContain(path);
  });

  it('reads the other clouds, and keeps the wrong ones by their names', async () => {
    writeFileSync(
      join(folder, 'broken'),
      'users:\n- name: u\n  user:\n    token: planted-4711\n   client: [',
    );
    const { clouds, unnamed } = await readAll({
      kubernetes: section({ serviceAccountToken: 'lent' }),
      mosk: {
        clusters: [
          { name: 'one', token: 'own' },
          { name: 'two', title: 'Two', owner: 'group:default/ops' },
          { name: 'three', owner: 5, kubeconfig: 'three.yaml' },
          { name: 'four', kubeconfig: { file: join(folder, 'broken') } },
          { name: 'five', kubeconfig: { file: join(folder, 'kubeconfig') } },
          { name: 'five', kubeconfig: { file: join(folder, 'kubeconfig') } },
        ],
      },
    });
    expect(unnamed).toBeUndefined();
    expect(clouds).toEqual([
      expect.objectContaining({ name: 'one', access: expect.anything() }),
      {
        name: 'two',
        title: 'Two',
        owner: 'group:default/ops',
        links: [],
        error: expect.stringMatching(/mosk\.clusters\[1\]\.name/),
      },
      expect.objectContaining({
        name: 'three',
        owner: 'group:default/unknown',
        error: expect.stringMatching(/mosk\.clusters\[2\]\.(owner|kubeconfig)/),
      }),
      expect.objectContaining({
        name: 'four',
        error: expect.stringMatching(/mosk\.clusters\[3\]\.kubeconfig\.file/),
      }),
      // Which of the two is meant nobody knows.
      expect.objectContaining({
        name: 'five',
        error: expect.stringMatching(/mosk\.clusters\[5\]\.name.*two clouds/),
      }),
    ]);
    expect(logger.lines).toHaveLength(4);
    expect(JSON.stringify([clouds, logger.lines])).not.toContain(
      'planted-4711',
    );
  });

  it('says that clouds may be missing when not even their names can be read', async () => {
    const nameless = await readAll({
      kubernetes: section(),
      mosk: { clusters: [{ name: 'one', token: 'a' }, { token: 'b' }] },
    });
    expect(nameless.unnamed).toContain('mosk.clusters[1].name');
    expect(nameless.clouds.map(({ name }) => name)).toEqual([
      'one',
      'mosk-clusters-1',
    ]);

    for (const clusters of ['one', { name: 'one' }, ['one']]) {
      logger.lines.splice(0);
      const unlisted = await readAll({
        kubernetes: section(),
        mosk: { clusters },
      });
      expect(unlisted.unnamed).toContain('mosk.clusters');
      expect(unlisted.clouds).toEqual([
        expect.objectContaining({ name: 'one', error: unlisted.unnamed }),
      ]);
      expect(logger.lines).toHaveLength(1);
    }
    const nothing = await readAll({ mosk: 'one' });
    expect(nothing.clouds).toEqual([
      expect.objectContaining({ name: 'mosk-clusters' }),
    ]);

    const broken = { clusterLocatorMethods: 'none' };
    const own = {
      name: 'own',
      kubeconfig: { file: join(folder, 'kubeconfig') },
    };
    const { clouds, unnamed } = await readAll({
      kubernetes: broken,
      mosk: { clusters: [{ name: 'one', token: 'a' }, own] },
    });
    expect(unnamed).toBeUndefined();
    expect(clouds).toEqual([
      expect.objectContaining({
        name: 'one',
        error: expect.stringContaining('kubernetes.clusterLocatorMethods'),
      }),
      expect.objectContaining({ name: 'own', access: expect.anything() }),
    ]);
    expect((await readAll({ kubernetes: broken })).unnamed).toContain(
      'kubernetes.clusterLocatorMethods',
    );
  });
});
