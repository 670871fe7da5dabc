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
import { exampleCharts } from '../../__testUtils__/exampleCharts';
import { renderPage } from '../../__testUtils__/renderPage';
import { MoskApi } from '../../api';
import { MoskRoot } from '../../live';
import { Charts } from './Charts';

function show(api: Partial<MoskApi> = {}) {
  return renderPage(
    <MoskRoot>
      <p>page</p>
      <Charts cloud="north" component="openstack-service/identity" />
    </MoskRoot>,
    { api },
  );
}

describe('Charts', () => {
  it('answers a question in words too, and says why there is no answer', async () => {
    const getCharts = jest.fn(async () => exampleCharts());
    show({ getCharts });
    const calls = await screen.findByRole('figure', {
      name: 'How many calls of the API succeed?',
    });
    expect(
      within(calls).getByRole('list', { name: /In numbers/ }),
    ).toHaveTextContent('keystone 99.9 % (from 90 % to 99.9 %)');
    const logs = screen.getByRole('figure', {
      name: 'How many errors does it log?',
    });
    expect(logs).toHaveTextContent('StackLight does not answer');
    expect(logs).toHaveTextContent('connect ECONNREFUSED');

    await userEvent.click(screen.getByRole('button', { name: '24 h' }));
    expect(getCharts).toHaveBeenLastCalledWith(
      'north',
      'openstack-service/identity',
      24,
    );
  });

  it.each<[string, () => Promise<ReturnType<typeof exampleCharts>>]>([
    ['has none', async () => ({ charts: [] })],
    [
      'is not monitored, which the alerts say',
      async () => ({
        charts: exampleCharts().charts.map(chart => ({
          ...chart,
          state: 'not-configured' as const,
          series: [],
        })),
      }),
    ],
  ])('takes no room when the component %s', async (_, answer) => {
    const getCharts = jest.fn(answer);
    show({ getCharts });
    await screen.findByText('page');
    expect(getCharts).toHaveBeenCalled();
    expect(screen.queryByText('Over time')).toBeNull();
  });

  it('says that charts could not be read', async () => {
    show({
      getCharts: async () => {
        throw new Error('the backend is away');
      },
    });
    expect(
      await screen.findByText(/Could not read the charts/),
    ).toBeInTheDocument();
  });
});
