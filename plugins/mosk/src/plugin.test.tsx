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

import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import moskPlugin, { moskApiRef } from '.';
import { queryClient } from './live';
import { ExampleMoskApi } from './__testUtils__/ExampleMoskApi';

const apis = [
  [moskApiRef, new ExampleMoskApi()],
  [permissionApiRef, { authorize: async () => ({ result: 'ALLOW' }) }],
] as never;

describe('the new frontend system', () => {
  it('has the page, the tab, the card, the fields and the api', async () => {
    const ids = [
      'page:mosk',
      'api:mosk',
      'entity-content:mosk/health',
      'entity-card:mosk/health',
      'scaffolder-form-field:mosk/cloud-picker',
      'scaffolder-form-field:mosk/deployment-picker',
      'scaffolder-form-field:mosk/live-editor',
      'scaffolder-form-field:mosk/upgrade-picker',
      'scaffolder-form-field:mosk/change-preview',
    ];
    for (const id of ids) {
      // Throws, naming those that there are, for one that is missing.
      expect(moskPlugin.getExtension(id as never)).toBeDefined();
    }
    expect(moskPlugin.routes).toEqual(
      expect.objectContaining({
        root: expect.anything(),
        rollout: expect.anything(),
      }),
    );
  });

  it('opens its page', async () => {
    queryClient.clear();
    renderTestApp({
      features: [catalogPlugin, moskPlugin],
      apis,
      initialRouteEntries: ['/mosk'],
    } as never);
    expect(await screen.findByText('North')).toBeInTheDocument();
    expect(
      await screen.findByText('This portal has no live updates'),
    ).toBeInTheDocument();
  });
});
