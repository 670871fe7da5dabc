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
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { moskPlugin } from './plugin';

jest.setTimeout(60_000);

describe('the plugin with a wrong entry in mosk.clusters', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('starts, and shows that cloud with the key that is wrong', async () => {
    // The pool of a database that the backend opens itself may outlive it.
    const knex = await databases.init('SQLITE_3');
    const backend = await startTestBackend({
      features: [
        moskPlugin,
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            mosk: {
              clusters: [
                { name: 'one', title: 'One', kubeconfig: { file: '/nowhere' } },
              ],
            },
          },
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      ],
    });
    const { server } = backend;
    const reason = expect.stringContaining('mosk.clusters[0].kubeconfig.file');
    const summary = {
      name: 'one',
      title: 'One',
      state: 'unknown',
      readOnly: true,
      readOnlyReason: reason,
      connection: { state: 'misconfigured', error: reason },
    };
    const list = await request(server).get('/api/mosk/clouds');
    expect(list.status).toBe(200);
    expect(JSON.stringify(list.body)).toContain('"name":"one"');
    const detail = await request(server).get('/api/mosk/clouds/one');
    expect(detail.body).toMatchObject(summary);
    const manifest = await request(server)
      .get('/api/mosk/clouds/one/manifest')
      .query({
        kind: 'OpenStackDeployment',
        namespace: 'openstack',
        name: 'a',
      });
    expect(manifest.status).toBe(503);
    expect(manifest.body.error.message).toEqual(reason);
    await backend.stop();
  });
});

describe('the plugin with a wrong delay', () => {
  it('does not start, and names the key', async () => {
    const started = startTestBackend({
      features: [
        moskPlugin,
        mockServices.rootConfig.factory({
          data: { mosk: { rollouts: { settle: 'banana' } } },
        }),
      ],
    });
    await expect(started).rejects.toThrow(/mosk\.rollouts\.settle/);
  });
});
