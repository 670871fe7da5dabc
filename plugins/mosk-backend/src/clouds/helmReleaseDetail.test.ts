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
  deployment,
  helmBundle,
  readTopology,
  snapshotOf,
} from '@mosk-portal/plugin-mosk-common';
import { helmReleaseDetail } from './helmReleaseDetail';

const release = (name: string, version: string) => ({
  name,
  namespace: 'osh-system',
  chart: `internal/${name}`,
  version,
  values: { password: 'Planted' },
});
const snapshot = snapshotOf({
  cloud: 'lab',
  objects: [
    helmBundle.project({
      metadata: { name: 'extras', namespace: 'osh-system' },
      spec: {
        releases: [
          release('proxy', '1.5.0'),
          { ...release('ui', '0.9.1'), requires: ['proxy'] },
        ],
      },
      status: {
        releaseStatuses: {
          proxy: {
            chart: 'internal/proxy',
            version: '1.4.0',
            revision: 3,
            status: 'failed',
            success: false,
            ready: true,
            attempt: 7,
            message: 'not found, token=Planted',
            notes: 'Planted',
            finishedAt: '2026-03-04T09:10:12Z',
          },
        },
      },
    }),
    deployment.project({
      metadata: {
        name: 'nova-api',
        namespace: 'openstack',
        annotations: {
          'meta.helm.sh/release-name': 'openstack-nova',
          'meta.helm.sh/release-namespace': 'openstack',
        },
      },
    }),
  ],
});
const { components } = readTopology(snapshot);
const detailOf = (id: string) =>
  helmReleaseDetail(components.find(one => one.id === id)!, snapshot);

describe('helmReleaseDetail', () => {
  it('tells what its operator says, beside what is asked for', () => {
    const detail = detailOf('helm-release/osh-system.proxy');
    expect(detail).toMatchObject({
      namespace: 'osh-system',
      name: 'proxy',
      chart: 'internal/proxy',
      version: '1.4.0',
      wanted: 'internal/proxy 1.5.0',
      revision: 3,
      status: 'failed',
      ready: true,
      attempt: 7,
      message: expect.stringMatching(/^not found/),
      finishedAt: '2026-03-04T09:10:12Z',
      requires: [],
      bundle: { kind: 'HelmBundle', namespace: 'osh-system', name: 'extras' },
    });
    expect(JSON.stringify(detail)).not.toContain('Planted');
  });

  it('leaves out what nobody observed', () => {
    expect(detailOf('helm-release/osh-system.ui')).toMatchObject({
      chart: undefined,
      version: undefined,
      revision: undefined,
      wanted: 'internal/ui 0.9.1',
      requires: ['proxy'],
    });
    expect(detailOf('helm-release/openstack.openstack-nova')).toEqual({
      namespace: 'openstack',
      name: 'openstack-nova',
      chart: undefined,
      version: undefined,
    });
    expect(detailOf('helm-bundle/osh-system.extras')).toBeUndefined();
  });
});
