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
import { ExampleMoskApi } from '../../__testUtils__/ExampleMoskApi';
import { renderField } from '../../__testUtils__/renderField';
import { cephNewNodes } from '../fieldDefinitions';

const node = (name: string, state: 'healthy' | 'failed' = 'healthy') => ({
  name,
  state,
  reasons: [],
  roles: [],
  cordoned: false,
  pressures: [],
});

const show = (cloud: string | undefined, value?: object[]) =>
  renderField(
    cephNewNodes.component,
    { name: 'nodes', formData: { cloud }, value, options: {} },
    {
      api: {
        getCloud: async name => ({
          ...(await new ExampleMoskApi().getCloud(name)),
          nodes: [node('storage-1'), node('storage-2', 'failed')],
        }),
      },
    },
  );

describe('MoskCephNewNodes', () => {
  it('offers the nodes of the cloud, with the roles that the first of a cluster need', async () => {
    const onChange = show('north');
    await userEvent.click(
      await screen.findByRole('button', { name: /Add a node/ }),
    );
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['storage-1', 'storage-2 (failed)']);
    await userEvent.click(screen.getByRole('option', { name: 'storage-1' }));
    expect(onChange).toHaveBeenLastCalledWith([
      {
        name: 'storage-1',
        roles: ['mon', 'mgr'],
        devices: [{ path: '', deviceClass: 'ssd' }],
      },
    ]);
    const device = screen.getByRole('group', {
      name: 'device 1 of storage-1',
    });
    const count = within(device).getByRole('textbox', { name: /OSDs on it/ });
    await userEvent.type(count, '2');
    await userEvent.tab();
    expect(onChange).toHaveBeenLastCalledWith([
      expect.objectContaining({
        devices: [{ path: '', deviceClass: 'ssd', osdsPerDevice: 2 }],
      }),
    ]);
  });

  it('says which nodes the cloud does not have', async () => {
    show('north', [{ name: 'gone', roles: ['mon'], devices: [] }]);
    expect(
      await screen.findByText('The Kubernetes cluster has no node gone.'),
    ).toBeInTheDocument();
  });

  it('asks for a cloud first', async () => {
    show(undefined);
    expect(
      await screen.findByText('Choose a cloud first.'),
    ).toBeInTheDocument();
  });
});
