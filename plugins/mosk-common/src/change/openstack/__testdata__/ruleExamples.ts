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

/** Values by dotted path below the spec. */
export type Change = Record<string, JsonValue>;

const reference = { value_from: { secret_key_ref: { name: 's', key: 'k' } } };
const f = 'features.';

/** Rule, path of the problem, what is wrong, and the same thing put right. */
export const ruleExamples: Array<[string, string, Change, Change]> = [
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
  [
    '12 backup drivers of the operator alone',
    'spec.features.cinder.backup.drivers',
    {
      openstack_version: 'xena',
      [`${f}cinder.backup.drivers.a`]: {
        type: 'nfs',
        enabled: true,
        backup_share: 'x',
      },
    },
    {
      openstack_version: 'yoga',
      [`${f}cinder.backup.drivers.a`]: {
        type: 'nfs',
        enabled: true,
        backup_share: 'x',
      },
    },
  ],
  [
    '13 what a remote needs',
    'spec.features.database.backup.sync_remote.remotes.a.path',
    {
      [`${f}database.backup`]: {
        enabled: true,
        sync_remote: { enabled: true, remotes: { a: {} } },
      },
    },
    {
      [`${f}database.backup`]: {
        enabled: true,
        sync_remote: { enabled: false, remotes: { a: {} } },
      },
    },
  ],
  [
    '14 one file backend of images',
    'spec.features.glance.backends.file',
    {
      [`${f}glance.backends.file`]: {
        a: { default: true, pvc: { size: '1Gi', storage_class_name: 's' } },
        b: { pvc: { size: '1Gi', storage_class_name: 's' } },
      },
    },
    {
      [`${f}glance.backends.file`]: {
        a: { default: true, pvc: { size: '1Gi', storage_class_name: 's' } },
      },
    },
  ],
  [
    '14 the volume of a file backend',
    'spec.features.glance.backends.file.a.pvc.storage_class_name',
    { [`${f}glance.backends.file.a`]: { default: true, pvc: { size: '1Gi' } } },
    {
      [`${f}glance.backends.file.a`]: {
        default: true,
        pvc: { size: '1Gi', storage_class_name: 's' },
      },
    },
  ],
  [
    '17 one list of domains',
    'spec.features.keystone.domain_specific_configuration.domains',
    {
      [`${f}keystone.domain_specific_configuration`]: {
        enabled: true,
        domains: [{ name: 'a', config: {} }],
        ks_domains: { a: { enabled: true, config: {} } },
      },
    },
    {
      [`${f}keystone.domain_specific_configuration`]: {
        enabled: true,
        ks_domains: { a: { enabled: true, config: {} } },
      },
    },
  ],
  [
    '17 what a domain needs',
    'spec.features.keystone.domain_specific_configuration.ks_domains.a.config',
    {
      [`${f}keystone.domain_specific_configuration`]: {
        enabled: true,
        ks_domains: { a: { enabled: true } },
      },
    },
    {
      [`${f}keystone.domain_specific_configuration`]: {
        enabled: true,
        ks_domains: { a: { enabled: true, config: {} } },
      },
    },
  ],
  [
    '17 one way to log in',
    'spec.features.keystone.federation',
    {
      [`${f}keystone.keycloak`]: { enabled: true, url: 'https://k' },
      [`${f}keystone.federation.openid`]: {
        enabled: true,
        providers: { a: { issuer: 'a', description: 'a' } },
      },
    },
    {
      [`${f}keystone.keycloak`]: { enabled: false, url: 'https://k' },
      [`${f}keystone.federation.openid`]: {
        enabled: true,
        providers: { a: { issuer: 'a', description: 'a' } },
      },
    },
  ],
  ...[
    'bgpvpn',
    'extensions.vpnaas',
    'extensions.dynamic_routing',
    'extensions.portprober',
  ].map((part): [string, string, Change, Change] => {
    const needs: JsonObject =
      part === 'bgpvpn' ? { as_number: 1, peers: ['a'] } : {};
    const change = (preset: string, enabled: boolean): Change => ({
      preset,
      [`${f}neutron.${part}`]: { enabled, ...needs },
    });
    return [
      `20 Tungsten Fabric without ${part}`,
      `spec.features.neutron.${part}.enabled`,
      change('compute-tf', true),
      change('compute', true),
    ];
  }),
  [
    '20 Tungsten Fabric without OVN',
    'spec.features.neutron.backend',
    { preset: 'compute-tf', [`${f}neutron.backend`]: 'ml2/ovn' },
    { [`${f}neutron.backend`]: 'ml2/ovn' },
  ],
  [
    '21 too early for OVN',
    'spec.features.neutron.backend',
    { openstack_version: 'xena', [`${f}neutron.backend`]: 'ml2/ovn' },
    { openstack_version: 'yoga', [`${f}neutron.backend`]: 'ml2/ovn' },
  ],
  [
    '21 OVN without BGP VPN',
    'spec.features.neutron.bgpvpn.enabled',
    {
      [`${f}neutron.backend`]: 'ml2/ovn',
      [`${f}neutron.bgpvpn`]: { enabled: true, as_number: 1, peers: ['a'] },
    },
    {
      [`${f}neutron.backend`]: 'ml2',
      [`${f}neutron.bgpvpn`]: { enabled: true, as_number: 1, peers: ['a'] },
    },
  ],
  [
    '21 OVN without IPsec',
    'spec.features.neutron.ipsec.enabled',
    {
      [`${f}neutron.backend`]: 'ml2/ovn',
      [`${f}neutron.ipsec.enabled`]: true,
    },
    {
      [`${f}neutron.backend`]: 'ml2/ovn',
      [`${f}neutron.ipsec.enabled`]: false,
    },
  ],
  ...['vpnaas', 'dynamic_routing'].map(
    (extension): [string, string, Change, Change] => {
      const change = (openstackVersion: string): Change => ({
        openstack_version: openstackVersion,
        [`${f}neutron.extensions.${extension}.enabled`]: true,
      });
      return [
        `22 too early for ${extension}`,
        `spec.features.neutron.extensions.${extension}.enabled`,
        change('xena'),
        change('yoga'),
      ];
    },
  ),
];
