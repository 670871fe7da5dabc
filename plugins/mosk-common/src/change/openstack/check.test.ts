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

import { JsonObject, JsonValue } from '@backstage/types';
import { openStackDeployment } from '../../kinds/OpenStackDeployment';
import { openStackDeploymentStatus } from '../../kinds/OpenStackDeploymentStatus';
import { CloudSnapshot } from '../../snapshot/types';
import { manifestBuilders } from '../builders';
import { parsePath, setIn } from '../path';
import { OpenStackDeploymentInput } from './input';
import { checkDeletion, checkRotation } from './statusRules';

const builder = manifestBuilders.OpenStackDeployment;

const base: OpenStackDeploymentInput = {
  name: 'cloud-one',
  openstackRelease: 'caracal',
  preset: 'compute',
  size: 'tiny',
  publicDomainName: 'cloud.example.org',
  neutron: { tunnelInterface: 'bond0.31' },
  nova: { liveMigrationInterface: 'bond0.32' },
};

type Change = Record<string, JsonValue>;

function specOf(change: Change): JsonObject {
  return Object.entries(change).reduce<JsonObject>(
    (spec, [path, value]) => setIn(spec, parsePath(path), value),
    {},
  );
}

function errorsOf(change: Change, secretSpec?: JsonObject): string[] {
  const built = builder.build({
    ...base,
    spec: specOf(change),
    secretSpec,
  } as unknown as JsonObject);
  return builder
    .check(built, {})
    .filter(({ severity }) => severity === 'error')
    .map(({ path }) => path);
}

function snapshotOf(names: string[], state?: string): CloudSnapshot {
  const metadata = (name: string) => ({
    uid: name,
    name,
    namespace: 'openstack',
    resourceVersion: '1',
    labels: {},
  });
  const objects: Record<string, unknown[]> = {
    OpenStackDeployment: names.map(name => ({ metadata: metadata(name) })),
    OpenStackDeploymentStatus: state
      ? names.map(name => ({ metadata: metadata(name), state }))
      : [],
  };
  return {
    cloud: 'one',
    revision: '1',
    complete: true,
    connection: { state: 'live', since: '2026-01-01T00:00:00Z' },
    missing: [],
    discovered: [openStackDeployment, openStackDeploymentStatus].map(
      ({ identity }) => identity.kind,
    ),
    objects: (kind: { identity: { kind: string } }) =>
      (objects[kind.identity.kind] ?? []) as never,
  };
}

const reference = { value_from: { secret_key_ref: { name: 's', key: 'k' } } };
const f = 'features.';
const backend = (conf: JsonObject) => ({
  type: 'statefulset',
  values: { conf },
});

/** Rule, path of the problem, what is wrong, and the same thing put right. */
const rules: Array<[string, string, Change, Change]> = [
  [
    '1 a required field',
    'spec.public_domain_name',
    { public_domain_name: '' },
    {},
  ],
  ['1 an unknown field', 'spec.colour', { colour: 'red' }, { draft: false }],
  ['1 an enum', 'spec.size', { size: 'huge' }, { size: 'medium' }],
  ['1 a type', 'spec.draft', { draft: 'no' }, { draft: true }],
  [
    '1 nodes',
    'spec.nodes.rack',
    { nodes: { rack: {} } },
    {
      nodes: { 'rack::a': { features: { nova: { vcpu_type: 'host-model' } } } },
    },
  ],
  ['2 master', 'spec.openstack_version', { openstack_version: 'master' }, {}],
  [
    '4 too early for a service',
    'spec.features.services',
    { openstack_version: 'xena', [`${f}services`]: ['shared-file-system'] },
    { openstack_version: 'yoga', [`${f}services`]: ['shared-file-system'] },
  ],
  [
    '4 too late for a service',
    'spec.features.services',
    { [`${f}services`]: ['event'] },
    { openstack_version: 'wallaby', [`${f}services`]: ['event'] },
  ],
  [
    '4 too early for healing hosts',
    'spec.features.services',
    { openstack_version: 'ussuri', [`${f}services`]: ['instance-ha'] },
    { openstack_version: 'yoga', [`${f}services`]: ['instance-ha'] },
  ],
  [
    '5 metrics',
    'spec.features.services',
    { [`${f}services`]: ['metric-storage'] },
    { openstack_version: 'gazpacho', [`${f}services`]: ['metric-storage'] },
  ],
  [
    '5 too late for metrics',
    'spec.features.services',
    { openstack_version: 'gazpacho', [`${f}services`]: ['metric'] },
    { openstack_version: 'epoxy', [`${f}services`]: ['metric'] },
  ],
  [
    '6 bare metal with Tungsten Fabric',
    'spec.features.services',
    {
      preset: 'compute-tf',
      [`${f}services`]: ['baremetal'],
      [`${f}ironic`]: {
        provisioning_interface: 'a',
        baremetal_network_name: 'b',
      },
    },
    {
      [`${f}services`]: ['baremetal'],
      [`${f}ironic`]: {
        provisioning_interface: 'a',
        baremetal_network_name: 'b',
      },
    },
  ],
  [
    '7 an encrypted key',
    'spec.features.ssl.public_endpoints.api_key',
    {
      [`${f}ssl.public_endpoints`]: {
        ca_cert: reference,
        api_cert: reference,
        api_key: '-----BEGIN ENCRYPTED PRIVATE KEY-----',
      },
    },
    {
      [`${f}ssl.public_endpoints`]: {
        ca_cert: reference,
        api_cert: reference,
        api_key: reference,
      },
    },
  ],
  [
    '8 strict policies',
    'spec.features.policies.strict_admin.enabled',
    { openstack_version: 'xena', [`${f}policies.strict_admin.enabled`]: true },
    { [`${f}policies.strict_admin.enabled`]: true },
  ],
  [
    '9 schedules',
    'spec.features.database.cleanup.heat.schedule',
    { [`${f}database.cleanup.heat.schedule`]: '61 1 * * *' },
    { [`${f}database.cleanup.heat.schedule`]: '1 1 * * 0' },
  ],
  [
    '10 moving the ingress',
    'spec.migration.ingress.state',
    { 'migration.ingress.state': 'gone' },
    { 'migration.ingress.state': 'absent' },
  ],
  [
    '11 Vault',
    'spec.features.barbican.backends.vault.namespace',
    {
      openstack_version: 'ussuri',
      [`${f}barbican.backends.vault`]: { enabled: true, namespace: 'a' },
    },
    { [`${f}barbican.backends.vault`]: { enabled: true, namespace: 'a' } },
  ],
  [
    '12 two backup drivers',
    'spec.features.cinder.backup.drivers',
    {
      [`${f}cinder.backup.drivers`]: {
        a: { type: 'nfs', enabled: true, backup_share: 'x' },
        b: { type: 'nfs', enabled: true, backup_share: 'y' },
      },
    },
    {
      [`${f}cinder.backup.drivers`]: {
        a: { type: 'nfs', enabled: true, backup_share: 'x' },
        b: { type: 'nfs', enabled: false, backup_share: 'y' },
      },
    },
  ],
  [
    '12 what a backup driver needs',
    'spec.features.cinder.backup.drivers.a.store_secret_key',
    {
      [`${f}cinder.backup.drivers.a`]: {
        type: 's3',
        enabled: true,
        endpoint_url: 'x',
        store_bucket: 'y',
        store_access_key: reference,
      },
    },
    {
      [`${f}cinder.backup.drivers.a`]: {
        type: 's3',
        enabled: true,
        endpoint_url: 'x',
        store_bucket: 'y',
        store_access_key: reference,
        store_secret_key: reference,
      },
    },
  ],
  [
    '13 where backups are kept',
    'spec.features.database.backup.pv_nfs.server',
    { [`${f}database.backup`]: { enabled: true, backend: 'pv_nfs' } },
    {
      [`${f}database.backup`]: {
        enabled: true,
        backend: 'pv_nfs',
        pv_nfs: { server: 'a', path: 'b' },
      },
    },
  ],
  [
    '14 one default backend of images',
    'spec.features.glance.backends',
    {
      [`${f}glance.backends.rbd`]: {
        a: { default: true },
        b: { default: true },
      },
    },
    { [`${f}glance.backends.rbd`]: { a: { default: true }, b: {} } },
  ],
  [
    '14 signatures',
    'spec.features.glance.signature.certificate_validation',
    { [`${f}glance.signature`]: { certificate_validation: true } },
    {
      [`${f}glance.signature`]: { certificate_validation: true, enabled: true },
    },
  ],
  [
    '14 a Cinder backend of images',
    'spec.features.glance.backends.cinder.a.backend_name',
    { [`${f}glance.backends.cinder.a`]: { default: true, backend_name: 'b' } },
    {
      [`${f}glance.backends.cinder.a`]: { default: true, backend_name: 'b:c' },
    },
  ],
  [
    '15 themes',
    'spec.features.horizon.themes.0.sha256summ',
    { [`${f}horizon.themes`]: [{ name: 'a', url: 'b', description: 'c' }] },
    { [`${f}horizon.themes`]: [{ name: 'a', enabled: false }] },
  ],
  [
    '16 bare metal',
    'spec.features.ironic',
    { [`${f}services`]: ['baremetal'] },
    {
      [`${f}services`]: ['baremetal'],
      [`${f}ironic`]: {
        provisioning_interface: 'a',
        baremetal_network_name: 'b',
      },
    },
  ],
  [
    '17 Keycloak',
    'spec.features.keystone.keycloak.url',
    { [`${f}keystone.keycloak.enabled`]: true },
    { [`${f}keystone.keycloak`]: { enabled: true, url: 'https://k' } },
  ],
  [
    '17 several providers',
    'spec.features.keystone.federation.openid.providers',
    {
      [`${f}keystone.federation.openid`]: {
        enabled: true,
        providers: {
          a: { issuer: 'a', description: 'a' },
          b: { issuer: 'b', description: 'b' },
        },
      },
    },
    {
      [`${f}keystone.federation.openid`]: {
        enabled: true,
        oidc_auth_type: 'oauth2',
        providers: {
          a: { issuer: 'a', description: 'a' },
          b: { issuer: 'b', description: 'b' },
        },
      },
    },
  ],
  [
    '19 the floating network',
    'spec.features.neutron.floating_network.physnet',
    { [`${f}neutron.floating_network.enabled`]: true },
    { [`${f}neutron.floating_network`]: { enabled: true, physnet: 'p' } },
  ],
  [
    '19 geneve',
    'spec.features.neutron.tenant_network_types',
    { [`${f}neutron.tenant_network_types`]: ['geneve'] },
    {
      [`${f}neutron.tenant_network_types`]: ['geneve'],
      [`${f}neutron.backend`]: 'ml2/ovn',
    },
  ],
  [
    '19 BGP VPN',
    'spec.features.neutron.bgpvpn.peers',
    { [`${f}neutron.bgpvpn`]: { enabled: true, as_number: 1 } },
    { [`${f}neutron.bgpvpn`]: { enabled: true, as_number: 1, peers: ['a'] } },
  ],
  [
    '20 Tungsten Fabric',
    'spec.features.neutron.ipsec.enabled',
    { preset: 'compute-tf', [`${f}neutron.ipsec.enabled`]: true },
    { preset: 'compute-tf', [`${f}neutron.ipsec.enabled`]: false },
  ],
  [
    '20 the floating network of Tungsten Fabric',
    'spec.features.neutron.floating_network',
    {
      preset: 'compute-tf',
      [`${f}neutron.floating_network`]: { enabled: true, physnet: 'p' },
    },
    { preset: 'compute-tf', [`${f}neutron.floating_network.enabled`]: true },
  ],
  [
    '21 OVN',
    'spec.features.neutron.extensions.vpnaas.enabled',
    {
      openstack_version: 'antelope',
      [`${f}neutron.backend`]: 'ml2/ovn',
      [`${f}neutron.extensions.vpnaas.enabled`]: true,
    },
    {
      [`${f}neutron.backend`]: 'ml2/ovn',
      [`${f}neutron.extensions.vpnaas.enabled`]: true,
    },
  ],
  [
    '22 extensions',
    'spec.features.neutron.extensions.portprober.enabled',
    {
      openstack_version: 'yoga',
      [`${f}neutron.extensions.portprober.enabled`]: true,
    },
    { [`${f}neutron.extensions.portprober.enabled`]: true },
  ],
  [
    '22 switches',
    'spec.features.neutron.baremetal.ngs.devices',
    {
      [`${f}neutron.baremetal.ngs`]: {
        hardware: { a: { device_type: 'x', ip: 'y' } },
        devices: [],
      },
    },
    {
      [`${f}neutron.baremetal.ngs.hardware.a`]: { device_type: 'x', ip: 'y' },
    },
  ],
  [
    '23 encrypted disks',
    'spec.features.nova.images.encryption.enabled',
    { [`${f}nova.images.encryption.enabled`]: true },
    { [`${f}nova.images`]: { backend: 'lvm', encryption: { enabled: true } } },
  ],
  [
    '23 processor types',
    'spec.features.nova.vcpu_type',
    { [`${f}nova.vcpu_type`]: 'host-model,Skylake' },
    { [`${f}nova.vcpu_type`]: 'Skylake,Broadwell' },
  ],
  [
    '23 cleaning the database of Nova',
    'spec.features.database.cleanup.nova.enabled',
    {
      openstack_version: 'yoga',
      [`${f}database.cleanup.nova.enabled`]: true,
    },
    { [`${f}database.cleanup.nova.enabled`]: true },
  ],
  [
    'an inline secret',
    'spec.features.stacklight.user.password',
    { [`${f}stacklight.user.password`]: 'hunter2' },
    { [`${f}stacklight.user.password`]: reference },
  ],
  [
    'a mask',
    'spec.region_name',
    { region_name: '••••••••' },
    { region_name: 'RegionOne' },
  ],
];

describe('checkOpenStackDeployment', () => {
  it.each(rules)('rule %s', (_rule, path, bad, good) => {
    expect(errorsOf(bad)).toContain(path);
    expect(errorsOf(good)).toEqual([]);
  });

  it('tells every problem at once', () => {
    expect(
      errorsOf({ size: 'huge', colour: 'red', [`${f}services`]: ['event'] }),
    ).toEqual(
      expect.arrayContaining([
        'spec.size',
        'spec.colour',
        'spec.features.services',
      ]),
    );
  });

  it('takes free-form values only from the secrets of the run (rules 12, 13, 18)', () => {
    const cinder = `${f}cinder.volume.backends.a`;
    const good = backend({
      cinder: {
        DEFAULT: { enabled_backends: 'fast' },
        fast: { volume_backend_name: 'fast', volume_driver: 'x' },
      },
    });
    expect(errorsOf({ [cinder]: good })).toEqual([
      'spec.features.cinder.volume.backends.a.values',
    ]);
    expect(errorsOf({}, specOf({ [cinder]: good }))).toEqual([]);
    expect(errorsOf({}, specOf({ [cinder]: backend({}) }))).toEqual([
      'spec.features.cinder.volume.backends.a.values.conf.cinder.DEFAULT.enabled_backends',
    ]);
    const manila = specOf({
      [`${f}manila.share.backends.a`]: backend({
        manila: { DEFAULT: { enabled_share_backends: 'a' }, a: {} },
      }),
    });
    expect(
      errorsOf({ [`${f}services`]: ['shared-file-system'] }, manila),
    ).toHaveLength(2);
    const remote = specOf({
      [`${f}database.backup`]: {
        enabled: true,
        sync_remote: {
          enabled: true,
          remotes: { a: { path: 'p', conf: { type: 's3', provider: 'Ceph' } } },
        },
      },
    });
    expect(errorsOf({}, remote)).toEqual([
      'spec.features.database.backup.sync_remote.remotes.a.conf.access_key_id',
      'spec.features.database.backup.sync_remote.remotes.a.conf.secret_access_key',
      'spec.features.database.backup.sync_remote.remotes.a.conf.endpoint',
    ]);
  });

  it('names the commands that make a Secret', () => {
    const built = builder.build({
      ...base,
      ssl: { secretName: 'hidden' },
    } as unknown as JsonObject);
    const [problem] = builder.check(built, {});
    expect(problem).toMatchObject({ severity: 'warning' });
    expect(problem.advice).toContain(
      'kubectl -n openstack create secret generic hidden --from-file=ca_cert=<file>',
    );
    expect(problem.advice).toContain(
      'openstack.lcm.mirantis.com/osdpl_secret=true',
    );
  });

  it('accepts one deployment in a namespace (rule 3)', () => {
    const built = builder.build(base as unknown as JsonObject);
    const paths = (names: string[]) =>
      builder
        .check(built, { snapshot: snapshotOf(names) })
        .map(({ path }) => path);
    expect(paths(['other'])).toEqual(['metadata.name']);
    expect(paths([])).toEqual([]);
  });

  describe('on a change of the release', () => {
    const spec = builder.build(base as unknown as JsonObject).manifest.spec;
    const check = (
      set: Change,
      options: { state?: string; live?: Change } = {},
    ) =>
      builder
        .check(builder.build({ name: 'cloud-one', edit: { set } }), {
          live: {
            spec: Object.entries(options.live ?? {}).reduce<JsonObject>(
              (all, [path, value]) => setIn(all, parsePath(path), value),
              spec ?? {},
            ),
          },
          snapshot: snapshotOf(['cloud-one'], options.state ?? 'APPLIED'),
        })
        .map(({ path }) => path);
    const version = 'spec.openstack_version';

    it('takes the next release alone while the operator is idle', () => {
      expect(check({ [version]: 'epoxy' })).toEqual([]);
      expect(
        check({ [version]: 'epoxy', 'spec.features.services': ['metering'] }),
      ).toEqual([]);
    });

    it.each<[string, string, Change, { state?: string; live?: Change }]>([
      ['26 not back', version, { [version]: 'antelope' }, {}],
      ['27 not further', version, { [version]: 'gazpacho' }, {}],
      [
        '28 not with more',
        'spec.region_name',
        { [version]: 'epoxy', 'spec.region_name': 'a' },
        {},
      ],
      [
        '29 not with pinned images',
        'spec.services.compute.nova.values.images.tags',
        { [version]: 'epoxy' },
        {
          live: {
            'services.compute.nova.values.images.tags': { a: '••••••••' },
          },
        },
      ],
      [
        '30 not while busy',
        version,
        { [version]: 'epoxy' },
        { state: 'APPLYING' },
      ],
    ])('rule %s', (_rule, path, set, options) => {
      expect(check(set, options)).toContain(path);
    });

    it('leaves all of that alone when the release stays', () => {
      expect(check({ 'spec.region_name': 'a' }, { state: 'APPLYING' })).toEqual(
        [],
      );
    });
  });

  it('knows when to rotate and to delete (rules 24 and 25)', () => {
    const ids = (id?: number) => ({
      credentials: { admin: id === undefined ? {} : { rotation_id: id } },
    });
    expect(checkRotation(ids(1), ids(2), 'APPLIED')).toEqual([]);
    for (const [before, after] of [
      [1, 3],
      [2, 1],
      [0, 0.5],
      [1, undefined],
    ]) {
      expect(checkRotation(ids(before), ids(after), 'APPLIED')).toHaveLength(1);
    }
    expect(checkRotation(ids(1), ids(2), 'APPLYING')).toHaveLength(1);
    expect(checkDeletion('APPLIED')).toEqual([]);
    expect(checkDeletion('APPLYING')).toHaveLength(1);
  });
});
