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
import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { TestApiRegistry } from '@backstage/test-utils';
import { moskApiRef } from '../../api';
import { ExampleMoskApi } from '../../__testUtils__/ExampleMoskApi';
import { validateCephNewNodes } from './validateCephNewNodes';
import { validateCephNodes } from './validateCephNodes';
import { validateCloud } from './validateCloud';
import { validateDeployment } from './validateDeployment';
import { validateLiveEdit } from './validateLiveEdit';
import { validatePreview } from './validatePreview';
import { validateUpgrade } from './validateUpgrade';
import { validateYaml } from './validateYaml';

const deployment = { cloud: 'north', namespace: 'openstack', name: 'osh-dev' };

async function errorsOf(
  validator: (...args: any[]) => unknown,
  value: unknown,
  options: {
    ui?: object;
    uiSchema?: object;
    api?: object;
    result?: 'ALLOW' | 'DENY';
  } = {},
): Promise<string[]> {
  const field = createFieldValidation();
  await validator(value, field, {
    apiHolder: TestApiRegistry.from(
      [moskApiRef, Object.assign(new ExampleMoskApi(), options.api)],
      [
        permissionApiRef,
        { authorize: async () => ({ result: options.result ?? 'ALLOW' }) },
      ] as never,
    ),
    formData: { deployment },
    schema: {},
    uiSchema: { 'ui:options': options.ui ?? {}, ...options.uiSchema },
  });
  return field.__errors ?? [];
}

describe('validators of the form fields', () => {
  it('wants nodes with devices, each with a path of its own', async () => {
    const device = (path: string) => ({ path, deviceClass: 'ssd' });
    const added = (...nodes: object[]) => ({
      specVersion: '7',
      added: nodes,
      set: {},
    });
    expect(await errorsOf(validateCephNodes, undefined)).toEqual([
      'The live object has not been read yet.',
    ]);
    expect(await errorsOf(validateCephNodes, added())).toEqual(['Add a node.']);
    expect(
      await errorsOf(
        validateCephNodes,
        added(
          { name: 'a', devices: [] },
          { name: 'b', devices: [device(' '), device('/dev/x')] },
          { name: 'c', devices: [device('/dev/y'), device('/dev/y')] },
          { name: 'd', devices: [device('/dev/y')] },
        ),
      ),
    ).toEqual([
      'a gives no device: it would get no OSD.',
      'A device of b has no path.',
      'c gives /dev/y twice.',
    ]);
    expect(
      await errorsOf(validateCephNodes, {
        ...added({ name: 'd', devices: [device('/dev/y')] }),
        set: { 'spec.nodes': [{ name: '••••••••' }] },
      }),
    ).toEqual([expect.stringContaining('hidden value')]);
  });

  it('wants nodes of a new cluster to be of use', async () => {
    expect(await errorsOf(validateCephNewNodes, [])).toEqual(['Add a node.']);
    expect(
      await errorsOf(validateCephNewNodes, [
        { name: 'a', roles: ['mon'], devices: [] },
        { name: 'b', roles: [], devices: [] },
        { name: 'c', devices: [{ path: '', deviceClass: 'ssd' }] },
      ]),
    ).toEqual([
      'b gives no device and runs nothing.',
      'A device of c has no path.',
    ]);
  });

  it('says where YAML is broken, and that it takes fields', async () => {
    expect(await errorsOf(validateYaml, undefined)).toEqual([]);
    expect(await errorsOf(validateYaml, ' ')).toEqual([]);
    expect(await errorsOf(validateYaml, 'features:\n  a: 1')).toEqual([]);
    expect(await errorsOf(validateYaml, 'a: 1\nfeatures: [')).toEqual([
      expect.stringMatching(/^This is not YAML, in line 2, column \d+: /),
    ]);
    expect(await errorsOf(validateYaml, 'features')).toEqual([
      'Write fields and their values, such as "features:".',
    ]);
    expect(await errorsOf(validateYaml, '- features')).toHaveLength(1);
  });

  it('finds broken YAML within the items of a list, which the form hands over whole', async () => {
    const uiSchema = { values: { 'ui:field': 'MoskYaml' }, name: {} };
    const items = [{ name: 'a' }, { name: '[', values: 'b: [' }, null];
    expect(await errorsOf(validateYaml, items, { uiSchema })).toEqual([
      expect.stringMatching(/^values of item 2: This is not YAML/),
    ]);
    expect(
      await errorsOf(validateYaml, [{ values: 'b: 1' }], { uiSchema }),
    ).toEqual([]);
  });

  const ui = { kinds: ['OpenStackDeployment'], writable: true };

  it('refuses clouds that cannot be changed, with the reason', async () => {
    expect(await errorsOf(validateCloud, 'north', { ui })).toEqual([]);
    expect(await errorsOf(validateCloud, 'south', { ui })).toEqual([
      'Cloud south cannot be changed: read-only: no token of our own is configured.',
    ]);
    expect(await errorsOf(validateCloud, 'south')).toEqual([]);
    expect(await errorsOf(validateCloud, 'nowhere', { ui })).toEqual([
      'Cloud nowhere does not exist, or you may not see it.',
    ]);
    expect(
      await errorsOf(validateCloud, 'north', { ui, result: 'DENY' }),
    ).toEqual([expect.stringContaining('mosk.resource.apply')]);
    const north = await new ExampleMoskApi().getCloud('north');
    const refusing = (kind: string, passing: boolean) =>
      errorsOf(validateCloud, 'north', {
        ui,
        api: {
          getClouds: async () => [
            { ...north, refusals: [{ kind, reason: 'its reason', passing }] },
          ],
        },
      });
    expect(await refusing('OpenStackDeployment', true)).toEqual([
      'Cloud north would refuse every change of OpenStackDeployment now: its reason',
    ]);
    expect(await refusing('OpenStackDeployment', false)).toEqual([
      'Cloud north cannot be changed: its reason.',
    ]);
    expect(await refusing('MiraCeph', false)).toEqual([]);
  });

  it('asks for a whole deployment in a cloud that can be changed', async () => {
    expect(await errorsOf(validateDeployment, deployment, { ui })).toEqual([]);
    expect(await errorsOf(validateDeployment, { cloud: 'north' })).toEqual([
      'Choose one.',
    ]);
    expect(
      await errorsOf(
        validateDeployment,
        { ...deployment, cloud: 'south' },
        { ui },
      ),
    ).toHaveLength(1);
  });

  it('asks for an edit, and for none that would send a mask', async () => {
    const edit = { specVersion: '1', set: {}, remove: [] };
    expect(await errorsOf(validateLiveEdit, undefined)).toEqual([
      'The live object has not been read yet.',
    ]);
    expect(await errorsOf(validateLiveEdit, edit)).toEqual([
      'Nothing is changed yet.',
    ]);
    expect(
      await errorsOf(validateLiveEdit, { ...edit, remove: ['spec.size'] }),
    ).toEqual([]);
    expect(
      await errorsOf(validateLiveEdit, {
        ...edit,
        set: { 'spec.features.ssl': { key: '••••••••' } },
      }),
    ).toEqual([
      expect.stringContaining('spec.features.ssl holds a hidden value'),
    ]);
  });

  it('holds back an upgrade that the live cloud is not ready for', async () => {
    expect(await errorsOf(validateUpgrade, { release: 'epoxy' })).toEqual([
      'Every service is healthy: Database (MariaDB) is failed',
    ]);
    expect(await errorsOf(validateUpgrade, { release: 'gazpacho' })).toEqual([
      'gazpacho cannot be reached from caracal. Possible: epoxy.',
      expect.any(String),
    ]);
    expect(await errorsOf(validateUpgrade, {})).toHaveLength(1);
  });

  it('holds back a change that was not accepted', async () => {
    expect(
      await errorsOf(validatePreview, { hash: '', operation: 'create' }),
    ).toHaveLength(1);
    expect(
      await errorsOf(validatePreview, { hash: 'abc', operation: 'create' }),
    ).toEqual([]);
  });
});
