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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readStackLightConfigs } from './readStackLightConfigs';

const read = (clusters: JsonValue) =>
  readStackLightConfigs(
    new ConfigReader({ mosk: { clusters } }),
    mockServices.logger.mock(),
  );

describe('readStackLightConfigs', () => {
  it('reads addresses and how to be known there', async () => {
    const configs = await read([
      { name: 'without' },
      {
        name: 'one',
        stackLight: {
          prometheus: { url: 'https://prometheus.example.org/' },
          alertmanager: { url: 'https://proxy.example.org/alerts/' },
          auth: {
            type: 'oidc',
            tokenUrl: 'https://keycloak.example.org/token',
            clientId: 'sl',
            clientSecret: 'hush',
          },
          timeout: '3s',
        },
      },
      { name: 'two', stackLight: {} },
    ]);
    expect([...configs.keys()]).toEqual(['one', 'two']);
    expect(configs.get('one')).toEqual({
      prometheus: 'https://prometheus.example.org',
      alertmanager: 'https://proxy.example.org/alerts',
      auth: {
        type: 'oidc',
        tokenUrl: 'https://keycloak.example.org/token',
        clientId: 'sl',
        clientSecret: 'hush',
        scope: 'openid',
      },
      timeout: 3000,
    });
    expect(configs.get('two')).toEqual({
      auth: { type: 'none' },
      timeout: 10_000,
    });
  });

  it.each<[string, JsonValue]>([
    ['prometheus.url', { prometheus: { url: 'somewhere' } }],
    ['alertmanager.url', { alertmanager: { url: 'ftp://example.org' } }],
    ['alertmanager.url', { alertmanager: {} }],
    ['openSearch.url', { openSearch: { url: 'https://a:b@example.org' } }],
    ['grafana.url', { grafana: { url: 'https://example.org/?orgId=1' } }],
    ['auth.type', { auth: { type: 'basic' } }],
    ['auth.token', { auth: { type: 'bearer' } }],
    [
      'auth.tokenFile',
      { auth: { type: 'bearer', token: 'a', tokenFile: 'b' } },
    ],
    ['auth.clientId', { auth: { type: 'oidc', tokenUrl: 'https://a.org' } }],
    ['caFile', { caFile: '/nowhere/at/all' }],
    ['timeout', { timeout: { seconds: 0 } }],
    ['timeout', { timeout: 'soon' }],
    ['stackLight', 'https://example.org'],
  ])(
    'names %s where it is wrong, and reads the other clouds',
    async (key, value) => {
      const configs = await read([
        { name: 'wrong', stackLight: value },
        { name: 'right', stackLight: {} },
      ]);
      const wrong = configs.get('wrong') as { error: string };
      expect(wrong.error).toContain(key);
      expect(wrong.error).not.toContain('a:b');
      expect(configs.get('right')).toHaveProperty('auth');
    },
  );

  it('bears a list of clouds that is none', async () => {
    expect((await read('one')).size).toBe(0);
    expect((await read([{ stackLight: {} }])).size).toBe(0);
  });
});
