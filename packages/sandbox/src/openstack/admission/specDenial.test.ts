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

import { specDenial } from './specDenial';
import { deleteDenial, statusDenial } from './rules/statusRules';
import { runningCloud } from '../runningCloud';

const spec = (change: (draft: any) => void = () => {}): any => {
  const copy = structuredClone(runningCloud('cloud-1').spec);
  change(copy);
  return copy;
};
const denial = (
  change?: (draft: any) => void,
  rest: { before?: any; others?: string[]; state?: string } = {},
) => specDenial({ spec: spec(change), others: [], ...rest });

describe('specDenial', () => {
  it('lets a good spec pass', () => {
    expect(denial()).toBeUndefined();
    expect(
      denial(draft => {
        draft.preset = 'core';
        draft.openstack_version = 'antelope';
        draft.features.neutron.backend = 'ml2/ovn';
        draft.nodes = { 'rack::one': { features: {} } };
        draft.timeouts = { application_readiness: { nova: { timeout: 5 } } };
      }),
    ).toBeUndefined();
  });

  it.each<[string, (draft: any) => void, RegExp]>([
    ['an unknown key', d => (d.color = 'red'), /color/],
    ['a missing key', d => delete d.size, /size/],
    ['a wrong type', d => (d.draft = 'yes'), /spec\.draft/],
    ['a node key', d => (d.nodes = { rack: {} }), /spec\.nodes.*rack/],
    [
      'a preset-only service',
      d => d.features.services.push('descheduler'),
      /services\.1/,
    ],
    [
      'a missing tunnel',
      d => delete d.features.neutron.tunnel_interface,
      /tunnel_interface/,
    ],
    [
      'an incomplete driver',
      d =>
        (d.features.cinder = {
          backup: { drivers: { one: { type: 's3', enabled: true } } },
        }),
      /endpoint_url/,
    ],
  ])('refuses %s by the schema', (_, change, reason) => {
    expect(denial(change)).toMatch(reason);
  });

  it.each<[string, (draft: any) => void, RegExp]>([
    ['master', d => (d.openstack_version = 'master'), /master/],
    ['an old masakari', d => (d.openstack_version = 'ussuri'), /instance-ha/],
    [
      'a new gnocchi',
      d => {
        d.openstack_version = 'gazpacho';
        d.features.services.push('metric');
      },
      /metric/,
    ],
    [
      'an early aetos',
      d => d.features.services.push('metric-storage'),
      /gazpacho/,
    ],
    [
      'ironic without settings',
      d => d.features.services.push('baremetal'),
      /features\.ironic/,
    ],
    [
      'an encrypted key',
      d =>
        (d.features.ssl.public_endpoints.api_key =
          '-----BEGIN ENCRYPTED PRIVATE KEY-----'),
      /encrypted/,
    ],
    [
      'a bad schedule',
      d => (d.features.database = { cleanup: { nova: { schedule: 'daily' } } }),
      /cron/,
    ],
    [
      'a bad migration',
      d => (d.migration = { ingress: { state: 'gone' } }),
      /ingress/,
    ],
    [
      'two defaults',
      d =>
        (d.features.glance = {
          backends: { rbd: { a: { default: true }, b: { default: true } } },
        }),
      /exactly one/,
    ],
    [
      'geneve on ml2',
      d => (d.features.neutron.tenant_network_types = ['geneve']),
      /geneve/,
    ],
    [
      'a floating network without physnet',
      d => delete d.features.neutron.floating_network.physnet,
      /physnet/,
    ],
    [
      'encrypted images',
      d => (d.features.nova.images.encryption = { enabled: true }),
      /lvm/,
    ],
    [
      'host-model in a list',
      d => (d.features.nova.vcpu_type = 'host-model,Skylake'),
      /host-model/,
    ],
    [
      'ipsec with OVN',
      d => {
        d.features.neutron.backend = 'ml2/ovn';
        d.features.neutron.ipsec = { enabled: true };
      },
      /ipsec/,
    ],
    [
      'keycloak without address',
      d => (d.features.keystone = { keycloak: { enabled: true } }),
      /url/,
    ],
    [
      'a theme half described',
      d => (d.features.horizon = { themes: [{ name: 'dark' }] }),
      /theme dark/,
    ],
  ])('refuses %s by a rule', (_, change, reason) => {
    expect(denial(change)).toMatch(reason);
  });

  it('allows one deployment in a namespace', () => {
    expect(denial(undefined, { others: ['older'] })).toMatch(/older/);
    expect(
      denial(undefined, { others: ['older'], before: spec() }),
    ).toBeUndefined();
  });

  it('guards a change of the OpenStack version', () => {
    const upgrade = (
      from: string,
      to: string,
      change: (draft: any) => void = () => {},
      state = 'APPLIED',
    ) =>
      denial(
        draft => {
          draft.openstack_version = to;
          change(draft);
        },
        { before: spec(draft => (draft.openstack_version = from)), state },
      );
    expect(upgrade('caracal', 'epoxy')).toBeUndefined();
    expect(upgrade('victoria', 'wallaby')).toBeUndefined();
    expect(upgrade('caracal', 'gazpacho')).toMatch(/skips/);
    expect(upgrade('epoxy', 'caracal')).toMatch(/downgrade/);
    expect(
      upgrade('caracal', 'epoxy', d => d.features.services.push('alarming')),
    ).toBeUndefined();
    expect(upgrade('caracal', 'epoxy', d => (d.size = 'small'))).toMatch(
      /other values/,
    );
    expect(upgrade('caracal', 'epoxy', undefined, 'APPLYING')).toMatch(
      /another upgrade/,
    );
  });
});

describe('other requests', () => {
  it('lets a deployment be deleted only when it is applied', () => {
    expect(deleteDenial('APPLIED')).toBeUndefined();
    expect(deleteDenial('FAILED')).toMatch(/in transit/);
    expect(deleteDenial(undefined)).toMatch(/in transit/);
  });

  it('lets a rotation go up by one, while all is applied', () => {
    const rotation = (id?: number) => ({
      credentials: { admin: { rotation_id: id } },
    });
    expect(statusDenial({}, rotation(1), 'APPLIED')).toBeUndefined();
    expect(statusDenial({}, rotation(1), 'APPLYING')).toMatch(/APPLIED/);
    expect(statusDenial(rotation(1), rotation(3), 'APPLIED')).toMatch(/1/);
    expect(statusDenial(rotation(2), rotation(1), 'APPLIED')).toMatch(/lower/);
    expect(statusDenial(rotation(2), {}, 'APPLIED')).toMatch(/removed/);
    expect(statusDenial({ version: '1' }, {}, 'APPLYING')).toBeUndefined();
  });
});
