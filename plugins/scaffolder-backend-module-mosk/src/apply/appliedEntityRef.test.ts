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

import {
  cloudEntityRef,
  entityRefOf,
  helmBundle,
  readTopology,
  snapshotOf,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { appliedEntityRef } from './appliedEntityRef';

const name = 'Cloud.One';
const cloud = {
  name,
  title: 'One',
  links: [],
  snapshot: () => snapshotOf({ cloud: name, objects: [] }),
} as Partial<MoskCloud> as MoskCloud;

describe('appliedEntityRef', () => {
  it('is that of the cloud in the catalog for what has no entity of its own', () => {
    const { components } = readTopology(cloud.snapshot(), cloud);
    const inCatalog = components.find(({ type }) => type === 'mosk-cloud')!;
    const applied = appliedEntityRef(cloud, {
      kind: 'SomethingElse',
      name: 'rook',
    });
    expect(applied).toBe(entityRefOf(name, inCatalog));
    expect(applied).toBe(cloudEntityRef(name));
  });

  it('is the one that a deployment is going to have', () => {
    expect(
      appliedEntityRef(cloud, { kind: 'OpenStackDeployment', name: 'osh' }),
    ).toBe(
      entityRefOf(name, {
        id: 'openstack-deployment/osh',
        type: 'openstack-deployment',
      }),
    );
  });

  it('is the one that a bundle is going to have', () => {
    const object = { namespace: 'osh-system', name: 'extras' };
    const bundle = helmBundle.project({ metadata: object });
    const shown = {
      ...cloud,
      snapshot: () => snapshotOf({ cloud: name, objects: [bundle] }),
    };
    const applied = { kind: 'HelmBundle', ...object };
    expect(appliedEntityRef(cloud, applied)).toBe(
      appliedEntityRef(shown, applied),
    );
    expect(appliedEntityRef(cloud, applied)).toMatch(/^resource:.*helm-bundle/);
  });
});
