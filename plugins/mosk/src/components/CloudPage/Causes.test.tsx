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
import { screen } from '@testing-library/react';
import { exampleComponents } from '../../__testUtils__/exampleClouds';
import { renderPage } from '../../__testUtils__/renderPage';
import { Causes } from './Causes';

const [example] = exampleComponents();
const part = (
  overrides: Partial<MoskViews.ComponentSummary>,
): MoskViews.ComponentSummary => ({
  ...example,
  state: 'failed',
  ...overrides,
});

const storage = part({
  id: 'ceph-cluster/rook-ceph',
  type: 'ceph-cluster',
  title: 'Ceph cluster rook-ceph',
  entityRef: 'resource:default/rook-ceph',
});
const nodes = part({
  id: 'kubernetes-cluster',
  type: 'kubernetes-cluster',
  title: 'Kubernetes cluster',
  entityRef: undefined,
});
const volumes = part({
  id: 'openstack-service/block-storage',
  title: 'Block storage (Cinder)',
  causedBy: [storage.id, nodes.id, 'gone'],
});

describe('Causes', () => {
  it('names unwell storage with a link, and never blames nodes for sure', () => {
    renderPage(<Causes component={volumes} all={[volumes, storage, nodes]} />);
    expect(
      screen.getByText(
        (_text, element) =>
          element?.textContent === 'Caused by Ceph cluster rook-ceph, gone' &&
          element.tagName === 'P',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Ceph cluster rook-ceph' }),
    ).toHaveAttribute('href', expect.stringContaining('rook-ceph'));
    expect(screen.getByText(/May suffer from nodes of/)).toHaveTextContent(
      'Kubernetes cluster',
    );
  });

  it('leaves out what is well again', () => {
    renderPage(
      <Causes
        component={{ ...volumes, causedBy: [storage.id] }}
        all={[{ ...storage, state: 'healthy' }]}
      />,
    );
    expect(screen.queryByText(/Caused by/)).toBeNull();
  });
});
