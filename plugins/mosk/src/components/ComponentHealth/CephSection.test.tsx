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
import { identityComponent } from '../../__testUtils__/exampleComponent';
import { renderPage } from '../../__testUtils__/renderPage';
import { MoskRoot } from '../../live';
import { CephSection } from './CephSection';
import { ComponentView } from './ComponentView';

const tebibyte = 1024 ** 4;
const ceph = (): MoskViews.Ceph => ({
  health: 'HEALTH_WARN',
  lastCheckedAt: new Date().toISOString(),
  checks: [
    { name: 'OSD_DOWN', severity: 'HEALTH_WARN', message: '1 osds down' },
  ],
  capacity: { total: 4 * tebibyte, used: tebibyte },
  daemons: [
    {
      daemon: 'mon',
      title: 'Monitors',
      ready: 3,
      wanted: 3,
      info: ['quorum a b c'],
      unwell: [],
    },
    {
      daemon: 'osd',
      title: 'OSDs',
      ready: 2,
      wanted: 3,
      info: [],
      unwell: [
        {
          name: 'rook-ceph-osd-1',
          nodes: ['stor-02'],
          message: 'disk is gone',
        },
      ],
    },
  ],
  versions: [
    { version: '19.2.3', daemons: ['3 mon', '2 osd'] },
    { version: '18.2.7', daemons: ['1 osd'] },
  ],
  pools: [{ name: 'volumes', phase: 'Ready', redundancy: '3 replicas' }],
  issues: ['osd.1 is down'],
  reportOutdated: true,
  writable: false,
  whyNotWritable: 'Not changed by the portal: KaaSCephCluster rules it',
});

describe('CephSection', () => {
  it('says whether storage is well, and which daemon on which node is not', async () => {
    renderPage(
      <MoskRoot>
        <ComponentView cloud="north" id="ceph-cluster/rook-ceph" />
      </MoskRoot>,
      {
        api: {
          getComponent: async () => ({ ...identityComponent(), ceph: ceph() }),
        },
      },
    );
    const checks = await screen.findByRole('list', {
      name: 'Health checks of Ceph',
    });
    expect(checks).toHaveTextContent('Warning OSD_DOWN 1 osds down');
    expect(screen.getByText('HEALTH_WARN')).toBeInTheDocument();
    const daemons = screen.getByRole('table', { name: 'Daemons of Ceph' });
    const [, monitors, osds] = within(daemons).getAllByRole('row');
    expect(monitors).toHaveTextContent('3 of 3none');
    expect(osds).toHaveTextContent(
      '2 of 3rook-ceph-osd-1 on stor-02: disk is gone',
    );
    expect(
      screen.getByRole('progressbar', { name: /1.0 TiB of 4.0 TiB/ }),
    ).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByText('Mixed versions')).toBeInTheDocument();
    expect(screen.getByText(/KaaSCephCluster rules it/)).toBeInTheDocument();
    expect(screen.getByText(/before the last change/)).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'Pools of Ceph' }),
    ).toHaveTextContent('volumesReadynot said3 replicasunknown');
  });

  it('never shows unknown as well, nor old health as new', () => {
    renderPage(
      <>
        <CephSection
          lastKnown={false}
          ceph={{
            checks: [],
            daemons: [],
            versions: [],
            pools: [],
            issues: [],
            reportOutdated: false,
          }}
        />
        <CephSection
          lastKnown
          ceph={{ ...ceph(), health: 'HEALTH_OK', checks: [] }}
        />
      </>,
    );
    expect(screen.getByText('Unknown')).toBeInTheDocument();
    expect(
      screen.getByText('Ceph has not told its health'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Capacity of the cluster, used: unknown'),
    ).toBeInTheDocument();
    expect(screen.getByText('Unknown, was HEALTH_OK')).toBeInTheDocument();
  });
});
