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

import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  eastCloud,
  northCloud,
  southCloud,
} from '../../__testUtils__/exampleClouds';
import {
  endedRollout,
  rolloutDetail,
} from '../../__testUtils__/exampleRollouts';
import { FakeSignals, renderPage } from '../../__testUtils__/renderPage';
import { MoskPage } from './MoskPage';

describe('MoskPage', () => {
  it('shows the clouds, those that need a person first', async () => {
    renderPage(<MoskPage />);
    const titles = (await screen.findAllByRole('heading', { level: 2 })).map(
      heading => heading.textContent,
    );
    expect(titles).toEqual(['North', 'South', 'East']);
    expect(screen.getByText('Failed')).toBeInTheDocument();
    expect(screen.getByText('Unknown, was healthy')).toBeInTheDocument();
    expect(screen.getByText('Healthy')).toBeInTheDocument();
    expect(
      screen.getByText(/mariadb-server has 1 of 3 replicas ready/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Waiting for StatefulSet openstack/mariadb-server: 1 of 3 replicas are ready',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '42',
    );
    expect(screen.getByText('Cloud south is out of reach')).toBeInTheDocument();
    expect(screen.getByText(/ECONNREFUSED 10.0.0.2:6443/)).toBeInTheDocument();
    expect(screen.getByText(/Next try/)).toBeInTheDocument();
    expect(
      screen.getByText('Read-only: no token of our own is configured'),
    ).toBeInTheDocument();
    expect(screen.getByText('Not read: Node')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'North' })).toHaveAttribute(
      'href',
      '/mosk/clouds/north',
    );
  });

  it('says how clouds come here when there are none', async () => {
    renderPage(<MoskPage />, { api: { getClouds: async () => [] } });
    expect(await screen.findByText('No clouds')).toBeInTheDocument();
    expect(screen.getByText('mosk.clusters')).toBeInTheDocument();
    expect(screen.getByText('mosk.cloud.read')).toBeInTheDocument();
  });

  it('names the permission that is missing', async () => {
    renderPage(<MoskPage />, {
      api: {
        getClouds: async () => {
          throw new NotAllowedError('Unauthorized');
        },
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not see this');
    expect(alert).toHaveTextContent('mosk.cloud.read');
  });

  it('keeps the old data and tells of the failure, then recovers', async () => {
    let answers: 'well' | 'badly' = 'well';
    const signals = new FakeSignals();
    renderPage(<MoskPage />, {
      signals,
      api: {
        getClouds: async () => {
          if (answers === 'badly') {
            throw new NotAllowedError('the policy has changed');
          }
          return [eastCloud()];
        },
      },
    });
    expect(await screen.findByText('East')).toBeInTheDocument();
    answers = 'badly';
    signals.tell({ type: 'change', cloud: 'east', revision: '2' });
    expect(
      await screen.findByText(/the policy has changed/),
    ).toBeInTheDocument();
    expect(screen.getByText('East')).toBeInTheDocument();
    answers = 'well';
    await userEvent.click(
      screen.queryByRole('button', { name: 'Try again' }) ?? document.body,
    );
    signals.tell({ type: 'change', cloud: 'east', revision: '3' });
    expect(await screen.findByText('Healthy')).toBeInTheDocument();
  });

  it('shows causes of a cloud before what follows, and folds away what is well', async () => {
    renderPage(<MoskPage />, { at: '/mosk/clouds/north' });
    const unwell = await screen.findByRole('list', {
      name: 'Components that are not well',
    });
    const [first] = within(unwell).getAllByRole('link');
    expect(first).toHaveTextContent('Database (MariaDB)');
    expect(first).toHaveAttribute(
      'href',
      '/catalog/mosk/component/north-openstack-service-database',
    );
    expect(within(unwell).getByText('Follows from it')).toBeInTheDocument();
    expect(unwell).toHaveTextContent('Caused by Database (MariaDB)');
    expect(within(unwell).queryByText('Image (Glance)')).toBeNull();
    expect(screen.getByText(/nodes is forbidden/)).toBeInTheDocument();
    expect(
      screen.getByText('2 of 3 ready, 1 cordoned, 1 in maintenance'),
    ).toBeInTheDocument();
    expect(screen.getByText(/kubelet stopped/)).toBeInTheDocument();

    const operators = screen.getByRole('button', { name: 'Operators: 1 well' });
    expect(
      screen.getByRole('button', { name: 'OpenStack: 2 of 3 not well' }),
    ).toBeInTheDocument();
    await userEvent.click(operators);
    expect(operators).toHaveAttribute('aria-pressed', 'true');
    expect(
      await screen.findByText('Nothing: the one component is healthy.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '1 healthy' }));
    expect(await screen.findByText('OpenStack operator')).toBeVisible();
  });

  it('folds away what a rollout changes and what is only not heard from', async () => {
    const north = northCloud();
    renderPage(<MoskPage />, {
      at: '/mosk/clouds/north',
      api: {
        getCloud: async () => ({
          ...north,
          connection: { state: 'stale', since: north.connection.since },
          nodes: north.nodes.map(node => ({ ...node, state: 'unknown' })),
          components: north.components.map(part =>
            part.state === 'healthy'
              ? {
                  ...part,
                  state: 'unknown',
                  reasons: [
                    {
                      code: 'CloudOutOfReach',
                      state: 'unknown',
                      message: 'The API server of north is out of reach',
                    },
                  ],
                }
              : part,
          ),
        }),
      },
    });
    const unwell = await screen.findByRole('list', {
      name: 'Components that are not well',
    });
    expect(within(unwell).getAllByText('Database (MariaDB)')).toHaveLength(2);
    expect(within(unwell).queryByText('osh-dev')).toBeNull();
    expect(within(unwell).queryByText('Image (Glance)')).toBeNull();
    expect(screen.getByRole('button', { name: '2 unknown' })).toBeVisible();
    expect(
      screen.getByRole('button', { name: '1 changing when last heard of' }),
    ).toBeVisible();
    expect(screen.getByText('3 when last heard of')).toBeInTheDocument();
    expect(
      screen.queryByText('The API server of north is out of reach'),
    ).toBeNull();
  });

  it('says when a cloud has no OpenStack yet, and only then', async () => {
    const empty = {
      ...eastCloud(),
      openstackRelease: undefined,
      kinds: ['OpenStackDeployment'],
    };
    renderPage(<MoskPage />, {
      api: {
        getClouds: async () => [
          empty,
          { ...empty, name: 'west', kinds: ['Node'] },
          { ...empty, name: 'far', connection: southCloud().connection },
          northCloud(),
        ],
      },
    });
    expect(await screen.findAllByText('No OpenStack here yet.')).toHaveLength(
      1,
    );
  });

  it('says when a cloud does not exist', async () => {
    renderPage(<MoskPage />, { at: '/mosk/clouds/nowhere' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "Cloud 'nowhere' is not configured",
    );
  });

  it('asks for rollouts by the filters in the address', async () => {
    const getRollouts = jest.fn(async ({ state }) => ({
      items: state.includes('done') ? [endedRollout()] : [],
      totalItems: 31,
      nextCursor: 'next',
    }));
    renderPage(<MoskPage />, {
      at: '/mosk/rollouts?cloud=north&person=kubectl-edit',
      api: { getRollouts },
    });
    const ended = await screen.findByRole('list', { name: 'Ended rollouts' });
    expect(
      within(ended).getByRole('link', { name: /^Change of/ }),
    ).toHaveAttribute('href', '/mosk/rollouts/r0');
    expect(within(ended).getByText('Failed')).toBeInTheDocument();
    expect(within(ended).getByText('50 min')).toBeInTheDocument();
    expect(within(ended).getByText('kubectl-edit')).toBeInTheDocument();
    expect(screen.getByText('Nothing is being changed.')).toBeInTheDocument();
    expect(screen.getByText('31 in all')).toBeInTheDocument();
    expect(getRollouts).toHaveBeenCalledWith(
      expect.objectContaining({
        cloud: ['north'],
        person: 'kubectl-edit',
        cursor: undefined,
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Older' }));
    await screen.findByRole('list', { name: 'Ended rollouts' });
    expect(getRollouts).toHaveBeenCalledWith(
      expect.objectContaining({ cloud: ['north'], cursor: 'next' }),
    );
  });

  it('shows how far a rollout is, what it waits for, and what changed', async () => {
    renderPage(<MoskPage />, { at: '/mosk/rollouts/r1' });
    expect(
      await screen.findByRole('heading', {
        name: 'Upgrade of OpenStackDeployment openstack/osh-dev',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/usually 50 min/)).toBeInTheDocument();
    expect(
      screen.getByText(/mariadb-server: 1 of 3 replicas are ready/),
    ).toBeInTheDocument();
    const timeline = screen.getByRole('list', {
      name: 'Timeline of the steps',
    });
    const [database, identity] = within(timeline).getAllByRole('listitem');
    expect(database).toHaveTextContent('slowest');
    expect(identity).not.toHaveTextContent('slowest');
    expect(
      within(identity).getByRole('img', {
        name: /^Identity \(Keystone\): Waiting 10 min, Running 10 min/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('See what the operator says')).toBeInTheDocument();
    expect(screen.getByText('openstack_version: epoxy')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    expect(
      within(screen.getByRole('table', { name: 'Steps' })).getByRole('row', {
        name: /Compute \(Nova\) Waiting/,
      }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Transitions' }));
    expect(
      await screen.findByRole('row', {
        name: /Image \(Glance\) Running → Done/,
      }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Who asked' }));
    expect(await screen.findByRole('link', { name: 'guest' })).toHaveAttribute(
      'href',
      '/catalog/default/user/guest',
    );
  });

  it('follows a rollout by signals', async () => {
    const signals = new FakeSignals();
    let detail = rolloutDetail();
    renderPage(<MoskPage />, {
      at: '/mosk/rollouts/r1',
      signals,
      api: { getRollout: async () => detail },
    });
    expect(await screen.findByText(/^42%/)).toBeInTheDocument();
    detail = {
      ...detail,
      state: 'done',
      endedAt: new Date().toISOString(),
      waitingFor: undefined,
    };
    signals.tell({
      type: 'change',
      cloud: 'north',
      revision: '8',
      rolloutId: 'r1',
    });
    expect(await screen.findByText('Took')).toBeInTheDocument();
    expect(screen.queryByText(/^42%/)).toBeNull();
  });

  it('tells no duration of what had ended before the portal first saw it', async () => {
    const endedAt = '2026-01-01T00:00:00Z';
    const seen = {
      cause: 'resume',
      state: 'done',
      startedAt: endedAt,
      endedAt,
    } as const;
    renderPage(<MoskPage />, {
      at: '/mosk/rollouts/r1',
      api: { getRollout: async () => ({ ...rolloutDetail(), ...seen }) },
    });
    expect(
      await screen.findByRole('heading', {
        name: 'First sight of OpenStackDeployment openstack/osh-dev',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/ended before the portal/)).toBeInTheDocument();
    expect(screen.queryByText(/usually/)).toBeNull();
  });
});
