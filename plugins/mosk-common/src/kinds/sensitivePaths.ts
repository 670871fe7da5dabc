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

const ingressAndRgw = [
  'spec.ingress.tlsKey',
  'spec.ingress.tlsCert',
  'spec.ingress.cacert',
  'spec.ingressConfig.tlsKey',
  'spec.ingressConfig.tlsConfig.certs',
  'spec.rbdMirror.peers.*.token',
];

const cephDeployment = [
  ...ingressAndRgw,
  'spec.cluster.external.adminSecret',
  'spec.cluster.external.connectionString',
  'spec.external.adminSecret',
  'spec.external.connectionString',
  'spec.external.monData',
  'spec.objectStorage.rgw.SSLCert',
  'spec.objectStorage.multiSite.realms.*.pullEndpoint.accessKey',
  'spec.objectStorage.multiSite.realms.*.pullEndpoint.secretKey',
  'spec.objectStorage.realms.*.pullEndpoint.accessKey',
  'spec.objectStorage.realms.*.pullEndpoint.secretKey',
  'spec.objectStorage.realms.*.spec.pull.accessKey',
  'spec.objectStorage.realms.*.spec.pull.secretKey',
  'spec.objectStorage.objectStores.*.SSLCert',
];

const charts = [
  'spec.services.*.*.values',
  'spec.common.*.values',
  'spec.nodes.*.services',
];

/**
 * Where secrets stand in each kind, as dotted paths below the object; `*` is any key or item.
 * @public
 */
export const sensitivePathsByKind = {
  OpenStackDeployment: [
    ...charts,
    'spec.features.ssl.public_endpoints.ca_cert',
    'spec.features.ssl.public_endpoints.api_cert',
    'spec.features.ssl.public_endpoints.api_key',
    'spec.features.barbican.backends.vault.approle_role_id',
    'spec.features.barbican.backends.vault.approle_secret_id',
    'spec.features.barbican.backends.vault.ssl_ca_crt_file',
    'spec.features.neutron.baremetal.ngs.devices.*.username',
    'spec.features.neutron.baremetal.ngs.devices.*.password',
    'spec.features.neutron.baremetal.ngs.devices.*.ssh_private_key',
    'spec.features.neutron.baremetal.ngs.devices.*.secret',
    'spec.features.neutron.baremetal.ngs.devices.*.raw',
    'spec.features.neutron.baremetal.ngs.hardware',
    'spec.features.stacklight.user.username',
    'spec.features.stacklight.user.password',
    'spec.features.cinder.backup.drivers.*.store_access_key',
    'spec.features.cinder.backup.drivers.*.store_secret_key',
    'spec.features.cinder.volume.backends.*.values',
    'spec.features.manila.share.backends.*.values',
    'spec.features.database.backup.sync_remote.remotes.*.conf',
    'spec.features.keystone.domain_specific_configuration.ks_domains.*.config',
    'spec.features.keystone.domain_specific_configuration.domains',
    'spec.features.keystone.federation.openid.oidc',
    'spec.features.keystone.federation.openid.providers.*.metadata',
    'spec.features.keystone.federation.openid.providers.*.oauth2',
    'status.watched',
  ],
  OpenStackDeploymentStatus: [
    'status.osdpl.changes',
    'status.services.*.changes',
  ],
  OpenStackDeploymentSecret: ['spec', 'status'],
  MiraCeph: cephDeployment,
  CephDeployment: cephDeployment,
  HelmBundle: ['spec.releases.*.values', 'status.releaseStatuses.*.notes'],
  Secret: ['data', 'stringData'],
} as const satisfies Record<string, readonly string[]>;

const none: readonly string[] = [];

/**
 * Sensitive paths of a kind; none for a kind that is not known to have any.
 * @public
 */
export function sensitivePathsOf(kind: string | undefined): readonly string[] {
  const known: Record<string, readonly string[]> = sensitivePathsByKind;
  return kind && Object.hasOwn(known, kind) ? known[kind] : none;
}
