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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExampleMoskApi } from '../__testUtils__/ExampleMoskApi';
import { renderField } from '../__testUtils__/renderField';
import {
  changePreview,
  cloudPicker,
  deploymentPicker,
  liveEditor,
  upgradePicker,
} from './fieldDefinitions';

const north = { cloud: 'north', namespace: 'openstack', name: 'osh-dev' };

describe('form fields', () => {
  it('offers clouds, and says why one cannot be chosen', async () => {
    const onChange = renderField(
      cloudPicker.component,
      { options: { kinds: ['OpenStackDeployment'], writable: true } },
      {
        denied: ['mosk.resource.apply'],
        api: {
          getClouds: async () => [
            ...(await new ExampleMoskApi().getClouds()),
            {
              ...(await new ExampleMoskApi().getCloud('north')),
              name: 'west',
              title: 'West',
              kinds: ['CephCluster'],
            },
          ],
        },
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /The field/ }),
    );
    expect(
      await screen.findByRole('option', {
        name: 'South (read-only: no token of our own is configured)',
      }),
    ).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByRole('option', { name: 'West' })).toBeNull();
    await userEvent.click(screen.getByRole('option', { name: 'North' }));
    expect(onChange).toHaveBeenLastCalledWith('north');
    expect(
      await screen.findByText(
        'You may not change OpenStackDeployment in cloud north',
      ),
    ).toBeInTheDocument();
  });

  it('warns early of a cloud whose admission is down', async () => {
    renderField(
      cloudPicker.component,
      {
        value: 'north',
        options: { writable: true, kinds: ['OpenStackDeployment'] },
      },
      {
        api: {
          getClouds: async () => [
            {
              ...(await new ExampleMoskApi().getCloud('north')),
              refusals: [
                {
                  kind: 'OpenStackDeployment',
                  reason: 'Service rockoon-admission has no endpoints.',
                  passing: true,
                },
              ],
            },
          ],
        },
      },
    );
    expect(
      await screen.findByText(
        'Cloud north would refuse every change of OpenStackDeployment now',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/has no endpoints/)).toBeInTheDocument();
  });

  it('finds the deployments of all clouds', async () => {
    const onChange = renderField(deploymentPicker.component, {
      options: { writable: true },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /The field/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'osh-dev in North' }),
    );
    expect(onChange).toHaveBeenLastCalledWith(north);
  });

  it('offers reachable releases with the checklist', async () => {
    const onChange = renderField(upgradePicker.component, {
      formData: { deployment: north },
    });
    const checklist = await screen.findByRole('list', {
      name: 'Before the upgrade',
    });
    expect(
      within(checklist).getByText(/Every service is healthy \(Database/),
    ).toBeInTheDocument();
    expect(within(checklist).getByText('Failed')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /The field/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'epoxy' }));
    expect(onChange).toHaveBeenLastCalledWith({ release: 'epoxy' });
  });

  it('gives only what was edited, and never a hidden value', async () => {
    const onChange = renderField(liveEditor.component, {
      formData: { deployment: north },
    });
    const size = await screen.findByRole('textbox', { name: 'spec.size' });
    await userEvent.clear(size);
    await userEvent.type(size, 'small');
    expect(onChange).toHaveBeenLastCalledWith({
      specVersion: '100',
      set: { 'spec.size': 'small' },
      remove: [],
    });
    expect(screen.getByText('was "tiny"')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Undo the change of spec.size' }),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: /Find a field/ }),
      'api_key',
    );
    expect(
      await screen.findByText(/hidden, so it cannot be edited here/),
    ).toBeInTheDocument();
    await userEvent.clear(
      screen.getByRole('searchbox', { name: /Find a field/ }),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: /Find a field/ }),
      'dvr',
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Take away spec.features.neutron.dvr.enabled',
      }),
    );
    expect(onChange).toHaveBeenLastCalledWith({
      specVersion: '100',
      set: {},
      remove: ['spec.features.neutron.dvr.enabled'],
    });
  });

  it('sets aside what was edited on an older version of the object, and says so', async () => {
    const onChange = renderField(
      liveEditor.component,
      {
        formData: { deployment: north },
        options: { kind: 'OpenStackDeployment' },
        value: {
          specVersion: 'uid-1/1',
          set: { 'spec.size': 'small' },
          remove: [],
        },
      },
      {
        api: {
          getManifest: async (cloud, object) => ({
            ...(await new ExampleMoskApi().getManifest(cloud, object)),
            specVersion: 'uid-1/2',
          }),
        },
      },
    );
    expect(
      await screen.findByText('The object changed since you edited it'),
    ).toBeInTheDocument();
    expect(screen.getByText(/edit it again: spec.size\./)).toBeInTheDocument();
    expect(onChange).toHaveBeenLastCalledWith({
      specVersion: 'uid-1/2',
      set: {},
      remove: [],
    });
  });

  it('previews the change with the values of the form and accepts it', async () => {
    const previewChange = jest.fn(new ExampleMoskApi().previewChange);
    const onChange = renderField(
      changePreview.component,
      {
        name: 'preview',
        formData: { cloud: 'north', size: 'small', filledFrom: 'uid-1/2' },
        options: {
          kind: 'OpenStackDeployment',
          cloud: '${{ parameters.cloud }}',
          input: { name: 'osh-dev', size: '${{ parameters.size }}' },
          specVersion: '${{ parameters.filledFrom }}',
        },
      },
      { api: { previewChange } },
    );
    expect(onChange).toHaveBeenLastCalledWith({
      hash: '',
      operation: 'create',
    });
    expect(
      await screen.findByText('The API server accepts this'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'This changes OpenStackDeployment openstack/osh-dev in cloud north',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('openstack_version: epoxy')).toBeInTheDocument();
    expect(previewChange).toHaveBeenCalledTimes(1);
    expect(previewChange).toHaveBeenCalledWith('north', {
      kind: 'OpenStackDeployment',
      input: { name: 'osh-dev', size: 'small' },
      specVersion: 'uid-1/2',
    });
    expect(onChange).toHaveBeenLastCalledWith({
      hash: 'abc',
      operation: 'change',
      specVersion: '100',
    });
  });

  it('holds back on problems and on conflicts until they are taken over', async () => {
    let problems = [
      {
        path: 'spec.features.ssl',
        message: 'secret openstack/ssl does not exist',
        severity: 'error' as const,
        advice: 'kubectl -n openstack create secret generic ssl',
      },
    ];
    const previewChange = jest.fn(async (cloud: string, request: any) => ({
      ...(await new ExampleMoskApi().previewChange(cloud, request)),
      problems,
      ...(request.force
        ? {}
        : {
            conflicts: [{ path: 'spec.size', manager: 'kubectl-edit' }],
            dryRun: { result: 'refused' as const, message: 'conflict' },
            hash: '',
          }),
    }));
    const onChange = renderField(
      changePreview.component,
      {
        name: 'preview',
        options: { kind: 'OpenStackDeployment', cloud: 'north', input: {} },
      },
      { api: { previewChange } },
    );
    expect(
      await screen.findByText(/secret openstack\/ssl does not exist/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('kubectl -n openstack create secret generic ssl'),
    ).toBeInTheDocument();
    problems = [];
    await userEvent.click(
      screen.getByRole('button', { name: 'Preview again' }),
    );
    const takeOver = await screen.findByRole('checkbox', {
      name: /Take these fields over/,
    });
    expect(screen.getByText(/is owned by kubectl-edit/)).toBeInTheDocument();
    expect(onChange).toHaveBeenLastCalledWith({
      hash: '',
      operation: 'create',
    });
    await userEvent.click(takeOver);
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith({
        hash: 'abc',
        operation: 'change',
        specVersion: '100',
        takeOver: true,
      }),
    );
    expect(previewChange).toHaveBeenLastCalledWith('north', {
      kind: 'OpenStackDeployment',
      input: {},
      force: true,
    });
    expect(
      screen.getByRole('checkbox', { name: /Take these fields over/ }),
    ).toBeChecked();
  });
});
