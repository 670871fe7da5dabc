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

import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FlatRoutes } from '@backstage/core-app-api';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import {
  isMoskAvailable,
  MoskCephNewNodesFieldExtension,
  MoskCephNodesFieldExtension,
  MoskChangePreviewFieldExtension,
  MoskCloudPickerFieldExtension,
  MoskDeploymentPickerFieldExtension,
  MoskLiveEditorFieldExtension,
  MoskPage,
  moskApiRef,
  moskPlugin,
  MoskUpgradePickerFieldExtension,
  MoskYamlFieldExtension,
} from './legacy';
import { queryClient } from './live';
import { ExampleMoskApi } from './__testUtils__/ExampleMoskApi';

const Fields = () => {
  const fields = useCustomFieldExtensions(
    <ScaffolderFieldExtensions>
      <MoskCloudPickerFieldExtension />
      <MoskDeploymentPickerFieldExtension />
      <MoskLiveEditorFieldExtension />
      <MoskCephNodesFieldExtension />
      <MoskCephNewNodesFieldExtension />
      <MoskUpgradePickerFieldExtension />
      <MoskYamlFieldExtension />
      <MoskChangePreviewFieldExtension />
    </ScaffolderFieldExtensions>,
  );
  return <p>{fields.map(({ name }) => name).join(' ')}</p>;
};

describe('the old frontend system', () => {
  it('opens the same pages', async () => {
    queryClient.clear();
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [moskApiRef, new ExampleMoskApi()],
          [
            permissionApiRef,
            { authorize: async () => ({ result: 'ALLOW' as never }) },
          ],
        ]}
      >
        <FlatRoutes>
          <Route path="/mosk" element={<MoskPage />} />
        </FlatRoutes>
      </TestApiProvider>,
      {
        routeEntries: ['/mosk/clouds/north'],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(await screen.findByText('What is not well')).toBeInTheDocument();
    // Itself, and as the cause of what depends on it.
    const links = screen.getAllByRole('link', { name: 'Database (MariaDB)' });
    expect(links).toHaveLength(2);
    for (const link of links) {
      expect(link).toHaveAttribute(
        'href',
        '/catalog/mosk/component/north-openstack-service-database',
      );
    }
    expect(screen.getByRole('tab', { name: 'Rollouts' })).toHaveAttribute(
      'href',
      '/mosk/rollouts',
    );
  });

  it('has every form field, and the api', async () => {
    await renderInTestApp(<Fields />);
    expect(
      await screen.findByText(
        'MoskCloudPicker MoskDeploymentPicker MoskLiveEditor MoskCephNodes MoskCephNewNodes MoskUpgradePicker MoskYaml MoskChangePreview',
      ),
    ).toBeInTheDocument();
    expect([...moskPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.mosk.api',
    ]);
    expect(isMoskAvailable).toEqual(expect.any(Function));
  });
});
