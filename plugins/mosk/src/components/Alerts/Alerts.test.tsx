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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleAlerts } from '../../__testUtils__/exampleAlerts';
import { renderPage } from '../../__testUtils__/renderPage';
import { ago } from '../../__testUtils__/times';
import { MoskRoot } from '../../live';
import { alertCountWords } from './alertCountWords';
import { Alerts } from './Alerts';

function show(
  alerts: Partial<MoskViews.AlertList>,
  options: { component?: string } = {},
) {
  const getAlerts = jest.fn(async () => ({ ...exampleAlerts(), ...alerts }));
  renderPage(
    <MoskRoot>
      <Alerts cloud="north" {...options} />
    </MoskRoot>,
    {
      api: { getAlerts },
    },
  );
  return getAlerts;
}

describe('Alerts', () => {
  it('shows what fires with its severity in words, and folds the rest away', async () => {
    show({});
    const firing = await screen.findByRole('list', { name: 'Firing alerts' });
    const [outage, ceph] = within(firing).getAllByRole('listitem');
    expect(outage).toHaveTextContent(
      /Critical.*CinderServiceOutage.*since (9|10) min/,
    );
    expect(outage).toHaveTextContent('CinderServiceOutage in words');
    expect(outage).toHaveTextContent('Block storage (Cinder)');
    expect(
      within(outage).getByRole('link', { name: 'Prometheus' }),
    ).toHaveAttribute('href', 'https://prometheus.example/CinderServiceOutage');
    expect(ceph).toHaveTextContent(/Warning.*CephClusterHealthWarning/);
    expect(within(firing).queryByText('CinderServiceDown')).toBeNull();

    await userEvent.click(
      screen.getByRole('button', {
        name: '1 silenced or hidden by another alert',
      }),
    );
    expect(
      await screen.findByText('Hidden by CinderServiceOutage'),
    ).toBeInTheDocument();
  });

  it('asks for those of a component, and does not repeat its name', async () => {
    const getAlerts = show(
      {},
      { component: 'openstack-service/block-storage' },
    );
    await screen.findByRole('list', { name: 'Firing alerts' });
    expect(getAlerts).toHaveBeenCalledWith(
      'north',
      'openstack-service/block-storage',
    );
    expect(screen.queryByText('Block storage (Cinder)')).toBeNull();
  });

  it.each<[string, Partial<MoskViews.AlertList>, RegExp[]]>([
    [
      'the pipeline is dead',
      { alerts: [], pipeline: { watchdog: 'missing', message: 'Prometheus?' } },
      [/Watchdog does not fire/, /Prometheus\?/, /None has arrived/],
    ],
    [
      'StackLight does not answer',
      {
        state: 'unreachable',
        message: 'connect ECONNREFUSED.',
        asOf: ago(300),
        nextAttemptAt: ago(-30),
      },
      [/does not answer/, /ECONNREFUSED/, /was read/, /Next try/],
    ],
    [
      'nothing is configured',
      { state: 'not-configured', message: 'set mosk.clusters', alerts: [] },
      [/Alerts are not known: set mosk.clusters/],
    ],
  ])('never lets silence look well when %s', async (_, alerts, words) => {
    show(alerts);
    for (const word of words) {
      expect((await screen.findAllByText(word)).length).toBeGreaterThan(0);
    }
    expect(screen.queryByText('None fires.')).toBeNull();
  });

  it('says that none fires when that is known', async () => {
    show({ alerts: [] });
    expect(await screen.findByText('None fires.')).toBeInTheDocument();
  });

  it('counts by severity, and tells none from not known', () => {
    const none = {
      critical: 0,
      major: 0,
      minor: 0,
      warning: 0,
      informational: 0,
      unknown: 0,
    };
    expect(alertCountWords(undefined)).toBeUndefined();
    expect(alertCountWords(none)).toBe('none firing');
    expect(alertCountWords({ ...none, warning: 1, critical: 2 })).toBe(
      '2 critical, 1 warning',
    );
  });
});
