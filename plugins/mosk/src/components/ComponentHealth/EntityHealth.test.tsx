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

import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityComponent } from '../../__testUtils__/exampleComponent';
import { RenderOptions, renderPage } from '../../__testUtils__/renderPage';
import { EntityMoskOverview } from '../OverviewCard/EntityMoskOverview';
import { EntityHealth } from './EntityHealth';
import { isMoskAvailable } from './isMoskAvailable';

const entity = (
  component: string | undefined,
  type = 'openstack-service',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'keystone',
    annotations: component
      ? {
          'mosk-portal.io/cloud': 'north',
          'mosk-portal.io/component': component,
        }
      : {},
  },
  spec: { type },
});

function renderFor(
  element: JSX.Element,
  subject: Entity,
  options?: RenderOptions,
) {
  renderPage(
    <EntityProvider entity={subject}>{element}</EntityProvider>,
    options,
  );
}

describe('EntityHealth', () => {
  it('says which workload is unwell and why, and what it depends on', async () => {
    renderFor(<EntityHealth />, entity('openstack-service/identity'));
    const workloads = await screen.findByRole('table', { name: 'Workloads' });
    const [, first, second] = within(workloads).getAllByRole('row');
    expect(first).toHaveTextContent('Degraded');
    expect(first).toHaveTextContent('keystone-api');
    expect(first).toHaveTextContent('2 of 3');
    expect(first).toHaveTextContent('Not ready on cmp-01');
    expect(first).toHaveTextContent(
      'Unhealthy: Readiness probe failed (12 times',
    );
    expect(second).toHaveTextContent('Unknown');
    expect(second).toHaveTextContent('unknown');
    const dependencies = screen.getByRole('list', {
      name: 'Dependencies that are not well',
    });
    expect(dependencies).toHaveTextContent('Database (MariaDB)');
    expect(dependencies).not.toHaveTextContent('Image (Glance)');
    expect(screen.getByRole('link', { name: /^Change of/ })).toHaveAttribute(
      'href',
      '/mosk/rollouts/r0',
    );
    expect(
      screen.getByText('kubectl -n openstack get pods -l application=keystone'),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show OpenStackDeployment openstack/osh-dev',
      }),
    );
    expect(
      await screen.findByRole('region', { name: /^Manifest of/ }),
    ).toHaveTextContent('size: tiny');
  });

  it('names the permission that a manifest takes, and never shows old health as new', async () => {
    renderFor(<EntityHealth />, entity('openstack-service/identity'), {
      denied: ['mosk.manifest.read'],
      api: {
        getComponent: async () => ({
          ...identityComponent(),
          // Another kind, as decisions are kept by what they are about.
          resource: { kind: 'MiraCeph', name: 'ceph' },
          state: 'healthy',
          connection: { state: 'stale', since: new Date().toISOString() },
          missing: [{ kind: 'Pod', reason: 'pods is forbidden' }],
        }),
      },
    });
    expect(
      await screen.findByText(/takes the permission mosk.manifest.read/),
    ).toBeInTheDocument();
    expect(screen.getByText('Unknown, was healthy')).toBeInTheDocument();
    expect(
      screen.getByText('Cloud north is not heard from'),
    ).toBeInTheDocument();
    expect(screen.getByText('Pod: pods is forbidden')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
  });

  it('tells of a Helm release what is known, and unknown for the rest', async () => {
    renderFor(<EntityHealth />, entity('helm-release/osh-system.proxy'), {
      api: {
        getComponent: async () => ({
          ...identityComponent(),
          id: 'helm-release/osh-system.proxy',
          release: {
            namespace: 'osh-system',
            name: 'proxy',
            chart: 'internal/proxy',
            wanted: 'internal/proxy 1.5.0',
            revision: 3,
            status: 'failed',
            attempt: 7,
            message: 'chart not found',
          },
        }),
      },
    });
    const heading = await screen.findByText('Helm release');
    const section = within(heading.closest('section')!);
    const value = (label: string) =>
      section.getByText(label).nextElementSibling;
    expect(value('Chart')).toHaveTextContent('internal/proxy');
    expect(value('Version')).toHaveTextContent('unknown');
    expect(value('Asked for')).toHaveTextContent('internal/proxy 1.5.0');
    expect(value('Revision')).toHaveTextContent('3');
    expect(value('Attempts')).toHaveTextContent('7');
    expect(value('Workloads')).toHaveTextContent('unknown');
    expect(value('Message')).toHaveTextContent('chart not found');
    expect(section.queryByText('Waits for')).toBeNull();
  });

  it('shows the whole cloud on the entity of a cloud', async () => {
    renderFor(<EntityHealth />, entity('cloud', 'mosk-cloud'));
    expect(await screen.findByText('What is not well')).toBeInTheDocument();
    expect(isMoskAvailable(entity('cloud'))).toBe(true);
    expect(isMoskAvailable(entity(undefined))).toBe(false);
  });

  it('sums up in a card', async () => {
    renderFor(<EntityMoskOverview />, entity('openstack-service/identity'));
    expect(await screen.findByText('Degraded')).toBeInTheDocument();
    expect(
      screen.getByText('Database (MariaDB) is failed'),
    ).toBeInTheDocument();
    expect(screen.getByText('Failed')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Health' })).toHaveAttribute(
      'href',
      '/catalog/default/component/keystone/health',
    );
  });
});
