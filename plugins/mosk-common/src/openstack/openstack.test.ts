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

import { openStackHealthKeyOf } from './healthKey';
import {
  openStackPresets,
  selectableOpenStackServices,
  servicesOf,
} from './presets';
import {
  compareOpenStackReleases,
  isUpgradeAllowed,
  upgradeTargetsOf,
} from './releases';
import {
  findOpenStackService,
  openStackServiceOfWorkload,
  openStackServices,
  openStackUpgradeOrder,
} from './services';

describe('catalogue of OpenStack services', () => {
  it('names only services that it knows', () => {
    const named = [
      ...openStackServices.flatMap(service => service.dependsOn),
      ...openStackUpgradeOrder,
      ...Object.values(openStackPresets).flatMap(preset => preset.services),
      ...selectableOpenStackServices,
    ];
    expect(named.filter(key => !findOpenStackService(key))).toEqual([]);
    expect(new Set(openStackServices.map(({ key }) => key)).size).toBe(32);
  });

  it('tells whose a workload is', () => {
    const workload = (
      name: string,
      application?: string,
      release?: string,
    ) => ({
      helmRelease: release ? { name: release } : undefined,
      metadata: {
        name,
        labels: (application ? { application } : {}) as Record<string, string>,
      },
    });
    const keyOf = (...args: Parameters<typeof workload>) =>
      openStackServiceOfWorkload(workload(...args))?.key;
    expect(keyOf('openstack-nova-rabbitmq-rabbitmq', 'rabbitmq')).toBe(
      'compute',
    );
    expect(keyOf('x', 'rabbitmq', 'openstack-neutron-rabbitmq')).toBe(
      'networking',
    );
    expect(keyOf('openstack-rabbitmq-rabbitmq', 'rabbitmq')).toBe('messaging');
    expect(keyOf('libvirt-libvirt-default', 'libvirt')).toBe('compute');
    expect(keyOf('something', 'else')).toBeUndefined();
  });

  it('finds the health of a workload as the operator names it', () => {
    const key = (name: string, application: string, component: string) =>
      Object.values(
        openStackHealthKeyOf({ name, labels: { application, component } }),
      ).join('.');
    expect(key('openstack-nova-rabbitmq-rabbitmq', 'rabbitmq', 'server')).toBe(
      'nova.rabbitmq',
    );
    expect(key('openstack-rabbitmq-rabbitmq', 'rabbitmq', 'server')).toBe(
      'rabbitmq.server',
    );
    expect(key('nova-api-osapi', 'nova', 'os-api')).toBe('nova.api-osapi');
  });
});

describe('presets and releases', () => {
  it('lists what a spec asks for', () => {
    expect(servicesOf('core', 'rocky')).not.toContain('placement');
    expect(servicesOf('compute', 'epoxy')).toContain('redis');
    expect(servicesOf('compute', 'gazpacho')).not.toContain('redis');
    expect(servicesOf('core', 'caracal', ['event', 'compute'])).toHaveLength(
      13,
    );
    expect(servicesOf(undefined, undefined)).toEqual([]);
  });

  it('lets upgrades go one step, or from one skip-level release to the next', () => {
    const targets = (from: string) =>
      upgradeTargetsOf(from).map(({ name }) => name);
    expect(targets('yoga')).toEqual(['antelope']);
    expect(targets('caracal')).toEqual(['epoxy']);
    expect(targets('xena')).toEqual(['yoga']);
    expect(targets('gazpacho')).toEqual([]);
    expect(isUpgradeAllowed('yoga', 'caracal')).toBe(false);
    expect(isUpgradeAllowed('caracal', 'antelope')).toBe(false);
    expect(compareOpenStackReleases('caracal', 'unheard')).toBeUndefined();
  });
});
