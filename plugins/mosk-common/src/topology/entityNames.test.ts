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

import { snapshotOf } from '../snapshot/snapshotOf';
import { cloudEntityRef, entityNameOf, entityRefOf } from './entityNames';
import { readTopology } from './readTopology';
import { Component } from './types';

const named = (id: string, type: Component['type'] = 'openstack-service') => ({
  id,
  type,
});

describe('entityNameOf', () => {
  it('is readable where that is possible', () => {
    expect(entityRefOf('lab', named('cloud', 'mosk-cloud'))).toBe(
      'system:default/lab',
    );
    expect(
      entityRefOf('lab', named('kubernetes-cluster', 'kubernetes-cluster')),
    ).toBe('resource:default/lab-kubernetes-cluster');
    expect(entityRefOf('lab', named('openstack-service/compute'))).toBe(
      'component:default/lab-openstack-service-compute',
    );
    expect(
      entityRefOf('lab', named('openstack-api/compute', 'openstack-api')),
    ).toBe('api:default/lab-openstack-api-compute');
  });

  it('tells apart by a hash what does not fit into a name', () => {
    const long = 'a-very-long-name-of-a-cloud-in-the-north-of-europe';
    const names = [
      entityNameOf(long, named('openstack-service/dynamic-resource-balancer')),
      entityNameOf(long, named('openstack-service/dynamic-resource-b')),
      entityNameOf('Lab', named('openstack-service/compute')),
      entityNameOf('lab_', named('openstack-service/compute')),
      entityNameOf('lab', named('openstack-service/compute')),
      entityNameOf('ÄÖ', named('cloud', 'mosk-cloud')),
      entityNameOf('ÄÜ', named('cloud', 'mosk-cloud')),
    ];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(63);
      expect(name).toMatch(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/);
    }
    // Names are kept by catalogs: a change of the rule would make every entity anew.
    expect(names[0]).toBe(
      'a-very-long-name-of-a-cloud-in-the-north-of-europe-o-3hcifblyvz',
    );
  });

  it.each(['lab', 'Cloud.One'])('has one reference of the cloud %s', name => {
    const { components } = readTopology(
      snapshotOf({ cloud: name, objects: [] }),
      { title: name, links: [] },
    );
    const cloud = components.find(({ type }) => type === 'mosk-cloud')!;
    expect(cloudEntityRef(name)).toBe(entityRefOf(name, cloud));
  });
});
