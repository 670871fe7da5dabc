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
import { resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { DefaultMoskClouds } from './DefaultMoskClouds';
import { collectingLogger } from './testing/collectingLogger';

const kubernetes = {
  clusterLocatorMethods: [
    {
      type: 'config',
      clusters: [
        { name: 'right', url: 'https://right.example:6443' },
        { name: 'wrong', url: 'https://wrong.example:6443' },
      ],
    },
  ],
};

describe('DefaultMoskClouds', () => {
  it('has a wrong cloud among the right ones, out of reach and with the key that is wrong', async () => {
    const logger = collectingLogger();
    const clouds = await DefaultMoskClouds.fromConfig(
      new ConfigReader({
        kubernetes,
        mosk: {
          clusters: [
            { name: 'right', token: 'own' },
            { name: 'wrong', token: 'white space' },
          ],
        },
      }),
      { logger },
    );
    const reason = /mosk\.clusters\[1\]\.token.*white space/;
    expect(logger.lines).toEqual([expect.stringMatching(reason)]);
    expect(logger.lines[0]).toMatch(/^error/);
    expect(clouds.list().map(({ name }) => name)).toEqual(['right', 'wrong']);
    expect(clouds.get('right').snapshot().connection.state).toBe('connecting');
    expect(clouds.get('right').readOnly).toBeUndefined();

    const wrong = clouds.get('wrong');
    expect(wrong.snapshot()).toMatchObject({
      complete: false,
      connection: {
        state: 'misconfigured',
        error: expect.stringMatching(reason),
      },
    });
    expect(wrong.readOnly?.reason).toMatch(reason);
    wrong.subscribe(() => {})();
    const { OpenStackDeployment } = resourceIdentities;
    await expect(
      wrong.readManifest(OpenStackDeployment, 'openstack', 'one'),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(reason),
    });
    await expect(
      wrong.apply({
        manifest: { kind: 'OpenStackDeployment', metadata: { name: 'one' } },
      }),
    ).rejects.toMatchObject({ failure: { reason: 'read-only' } });
    expect(clouds.configurationError).toBeUndefined();
    await clouds.stop();
  });

  it('starts with settings and sections that cannot be read, and says so on each cloud', async () => {
    const logger = collectingLogger();
    const settings = await DefaultMoskClouds.fromConfig(
      new ConfigReader({
        kubernetes,
        mosk: {
          clusters: [{ name: 'right', token: 'own' }],
          inventory: { watchdog: 'soon' },
        },
      }),
      { logger },
    );
    expect(settings.get('right').snapshot().connection.error).toContain(
      'mosk.inventory.watchdog',
    );
    expect(logger.lines).toEqual([
      expect.stringMatching(/^error .*mosk\.inventory\.watchdog/),
    ]);
    expect(settings.configurationError).toBeUndefined();

    const section = await DefaultMoskClouds.fromConfig(
      new ConfigReader({ kubernetes, mosk: { clusters: 'right' } }),
      { logger },
    );
    expect(section.configurationError).toContain('mosk.clusters');
    expect(
      section.list().map(cloud => cloud.snapshot().connection.error),
    ).toEqual([section.configurationError, section.configurationError]);
  });
});
