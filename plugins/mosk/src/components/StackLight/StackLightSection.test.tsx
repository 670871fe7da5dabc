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
import { exampleStackLight } from '../../__testUtils__/exampleStackLight';
import { renderPage } from '../../__testUtils__/renderPage';
import { MoskApi } from '../../api';
import { MoskRoot } from '../../live';
import { StackLightSection } from './StackLightSection';

const show = (api: Partial<MoskApi> = {}) =>
  renderPage(
    <MoskRoot>
      <StackLightSection cloud="north" lastKnown={false} />
    </MoskRoot>,
    { api },
  );

describe('StackLightSection', () => {
  it('says what answers, who is told, and what is not delivered', async () => {
    show();
    const sources = await screen.findByRole('table', {
      name: 'What the portal asks',
    });
    const [, prometheus, alertmanager, openSearch] =
      within(sources).getAllByRole('row');
    expect(prometheus).toHaveTextContent(/Prometheus.*Answers.*3\.5\.0/);
    expect(alertmanager).toHaveTextContent(
      /Does not answer.*unknown.*none yet.*ECONNREFUSED.*Next try/,
    );
    expect(openSearch).toHaveTextContent(/Not configured/);

    const receivers = within(
      screen.getByRole('list', { name: 'Receivers of alerts' }),
    ).getAllByRole('listitem');
    expect(receivers[0]).toHaveTextContent(/operators-email.*Fails/);
    expect(receivers[1]).toHaveTextContent(/servicenow.*Not known/);

    const deliveries = screen.getByRole('table', {
      name: 'Notifications of the last hour',
    });
    expect(deliveries).toHaveTextContent(/email.*Fails.*3 of 12/);
    expect(deliveries).toHaveTextContent(/webhook.*None fails now.*0 of 4/);

    expect(screen.getByText(/yellow: copies of shards/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Grafana/ })).toHaveAttribute(
      'href',
      'https://grafana.example',
    );
  });

  it('says why receivers are not known, and invents none', async () => {
    show({
      getStackLight: async () => ({
        ...exampleStackLight(),
        receivers: [],
        deliveries: [],
        openSearch: undefined,
        receiversMessage: 'Alertmanager does not answer',
      }),
    });
    expect(
      await screen.findByText('Alertmanager does not answer'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('list', { name: 'Receivers of alerts' })).toBe(
      null,
    );
    expect(screen.queryByText('Logs')).toBeNull();
  });
});
