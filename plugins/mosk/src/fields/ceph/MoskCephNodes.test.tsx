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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { northCloud } from '../../__testUtils__/exampleClouds';
import { renderField } from '../../__testUtils__/renderField';
import { cephNodes } from '../fieldDefinitions';

const cluster = {
  cloud: 'north',
  namespace: 'ceph-lcm-mirantis',
  name: 'rook-ceph',
};
const node = (name: string, state: 'healthy' | 'failed' = 'healthy') => ({
  name,
  state,
  reasons: [],
  roles: [],
  cordoned: false,
  pressures: [],
});
const known = {
  name: 'storage-1',
  roles: ['mon'],
  devices: [
    { fullpath: '/dev/disk/by-id/a', config: { deviceClass: 'archive' } },
  ],
};

const show = (kind: string | undefined, value?: unknown) => {
  const getManifest = jest.fn(async (_cloud: string, object: any) => ({
    object,
    yaml: '',
    specVersion: 'uid-1/7',
    spec: { nodes: [known] },
  }));
  const cloud = northCloud();
  const onChange = renderField(
    cephNodes.component,
    { value, formData: { deployment: cluster } },
    {
      api: {
        getManifest,
        getCloud: async () => ({
          ...cloud,
          nodes: [
            node('storage-1'),
            node('storage-2'),
            node('storage-3', 'failed'),
          ],
          components: [
            {
              ...cloud.components[0],
              type: 'ceph-cluster',
              resource: kind && {
                kind,
                namespace: cluster.namespace,
                name: cluster.name,
              },
            },
          ] as typeof cloud.components,
        }),
      },
    },
  );
  return { onChange, getManifest };
};

describe('MoskCephNodes', () => {
  it.each(['MiraCeph', 'CephDeployment'])(
    'adds a node of the cluster to those that a %s has',
    async kind => {
      const { onChange, getManifest } = show(kind);
      expect(
        await screen.findByText('The cluster has storage-1.'),
      ).toBeInTheDocument();
      expect(getManifest).toHaveBeenCalledWith(
        'north',
        expect.objectContaining({ kind }),
      );

      await userEvent.click(screen.getByRole('button', { name: /Add a node/ }));
      const offered = within(screen.getByRole('listbox'))
        .getAllByRole('option')
        .map(({ textContent }) => textContent);
      expect(offered).toEqual(['storage-2', 'storage-3 (failed)']);
      await userEvent.click(screen.getByRole('option', { name: 'storage-2' }));
      await userEvent.type(
        screen.getByRole('textbox', { name: /Path/ }),
        '/dev/disk/by-id/b',
      );
      await userEvent.click(
        screen.getByRole('checkbox', { name: 'Object gateway (rgw)' }),
      );
      expect(onChange).toHaveBeenLastCalledWith({
        specVersion: 'uid-1/7',
        added: [
          {
            name: 'storage-2',
            roles: ['rgw'],
            devices: [{ path: '/dev/disk/by-id/b', deviceClass: 'archive' }],
          },
        ],
        set: {
          'spec.nodes': [
            known,
            {
              name: 'storage-2',
              roles: ['rgw'],
              devices: [
                {
                  fullpath: '/dev/disk/by-id/b',
                  config: { deviceClass: 'archive' },
                },
              ],
            },
          ],
        },
      });

      await userEvent.click(
        screen.getByRole('button', { name: 'Leave out storage-2' }),
      );
      expect(onChange).toHaveBeenLastCalledWith({
        specVersion: 'uid-1/7',
        added: [],
        set: {},
      });
    },
  );

  const begunBefore = (specVersion: string) => ({
    specVersion,
    added: ['storage-1', 'storage-2'].map(name => ({ name, devices: [] })),
    set: { 'spec.nodes': [] },
  });

  it('keeps what was begun on an older version of the cluster, beside what it has now', async () => {
    const { onChange } = show('MiraCeph', begunBefore('uid-1/6'));
    await screen.findByText('The cluster has storage-1.');
    expect(onChange).toHaveBeenLastCalledWith({
      specVersion: 'uid-1/7',
      added: [{ name: 'storage-2', devices: [] }],
      set: {
        'spec.nodes': [known, expect.objectContaining({ name: 'storage-2' })],
      },
    });
  });

  it('begins anew when another cluster was chosen', async () => {
    const { onChange } = show('MiraCeph', begunBefore('uid-2/7'));
    await screen.findByText('The cluster has storage-1.');
    expect(onChange).toHaveBeenLastCalledWith({
      specVersion: 'uid-1/7',
      added: [],
      set: {},
    });
  });

  it('says that the cloud has no such cluster', async () => {
    show(undefined);
    expect(
      await screen.findByText('Cloud north has no Ceph cluster rook-ceph now.'),
    ).toBeInTheDocument();
  });
});
