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
import { exampleNode, northCloud } from '../../../__testUtils__/exampleClouds';
import { renderPage } from '../../../__testUtils__/renderPage';
import { MoskApi } from '../../../api';
import { MoskRoot } from '../../../live';
import { NodeList } from './NodeList';

const show = (
  props: Partial<Parameters<typeof NodeList>[0]> = {},
  api: Partial<MoskApi> = {},
) => {
  const { nodes } = northCloud();
  renderPage(
    <MoskRoot>
      <p>page</p>
      <NodeList cloud="north" nodes={nodes} isLive {...props} />
    </MoskRoot>,
    { api },
  );
};
const rows = (name: string) =>
  within(screen.getByRole('list', { name })).getAllByRole('listitem');

describe('NodeList', () => {
  it('shows those that need a look, and why pods are kept from them', async () => {
    show();
    await screen.findByText('2 of 3 ready, 1 cordoned, 1 in maintenance');
    const [failed, maintained] = rows('Nodes: Need a look').filter(row =>
      row.textContent?.match(/cmp|ctl/),
    );
    expect(failed).toHaveTextContent(
      /Failed.*cmp-01.*Cordoned.*Short of memory.*so for/,
    );
    expect(failed).toHaveTextContent('kubelet stopped posting status');
    const row = screen.getByText('ctl-01').closest('li')!;
    expect(row).toHaveTextContent('In maintenance');
    expect(row).toHaveTextContent('kaas.mirantis.com/lcm-maintenance');
    expect(maintained).toBeDefined();
    expect(screen.queryByText('cmp-02')).toBeNull();
  });

  it('shows all, or those of a role', async () => {
    show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'All: 3' }),
    );
    expect(screen.getByText('cmp-02')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'openstack-control-plane: 1' }),
    );
    expect(screen.getByText('ctl-01')).toBeInTheDocument();
    expect(screen.queryByText('cmp-01')).toBeNull();
  });

  it('tells at once what stands on a node that is not well, and of others when asked', async () => {
    const getNode = jest.fn(async (_cloud: string, name: string) =>
      exampleNode(name),
    );
    show({}, { getNode });
    const suffering = await screen.findByRole('list', {
      name: 'Components on cmp-01',
    });
    expect(
      within(suffering)
        .getAllByRole('listitem')
        .map(row => row.textContent),
    ).toEqual([
      'DegradedCompute (Nova)2 of 3 pods here not ready',
      'HealthyNetworking (Neutron)1 pod here, ready',
    ]);
    expect(screen.getByText('2 other pods on it')).toBeInTheDocument();
    expect(getNode.mock.calls).toEqual([['north', 'cmp-01']]);

    await userEvent.click(
      screen.getByRole('button', { name: 'What is on it: ctl-01' }),
    );
    await screen.findByRole('list', { name: 'Components on ctl-01' });
    await userEvent.click(
      screen.getByRole('button', { name: 'What is on it: ctl-01' }),
    );
    expect(
      screen.queryByRole('list', { name: 'Components on ctl-01' }),
    ).toBeNull();
  });

  it('says why what stands on a node cannot be told', async () => {
    show(
      {},
      {
        getNode: async () => {
          throw new Error('pods is forbidden');
        },
      },
    );
    expect(
      await screen.findByText('Could not read the pods on cmp-01'),
    ).toBeInTheDocument();
  });

  it('knows nothing of nodes of a cloud out of reach', async () => {
    const nodes = northCloud().nodes.map(node => ({
      ...node,
      state: 'unknown' as const,
    }));
    show({ nodes, isLive: false });
    expect(await screen.findByText('3 when last heard of')).toBeInTheDocument();
    expect(screen.queryByText(/ready/)).toBeNull();
  });
});
