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

import { Rule } from '../types';
import { enabledEntries, forService, needsRelease } from './forService';

const vaultNamespace: Rule = context =>
  context.spec.features?.barbican?.backends?.vault?.namespace
    ? needsRelease(
        'features.barbican.backends.vault.namespace',
        'victoria',
      )(context)
    : undefined;

const themes: Rule = ({ spec }) => {
  for (const theme of spec.features?.horizon?.themes ?? []) {
    if (theme.enabled === false) continue;
    const missing = ['name', 'url', 'description', 'sha256summ'].find(
      key => !theme[key],
    );
    if (missing)
      return `theme ${theme.name} of features.horizon.themes needs ${missing}`;
  }
  return undefined;
};

const ironic: Rule = ({ spec }) =>
  spec.features?.ironic ? undefined : 'service baremetal needs features.ironic';

const identity: Rule = ({ spec }) => {
  const {
    keycloak,
    federation,
    domain_specific_configuration: domains,
  } = spec.features?.keystone ?? {};
  if (keycloak?.enabled && !keycloak.url)
    return 'features.keystone.keycloak needs url when it is enabled';
  if (domains?.ks_domains && domains?.domains)
    return 'features.keystone.domain_specific_configuration takes either ks_domains or domains';
  for (const [name, domain] of Object.entries<any>(domains?.ks_domains ?? {}))
    if (domain?.config === undefined || domain?.enabled === undefined)
      return `domain ${name} of features.keystone.domain_specific_configuration.ks_domains needs config and enabled`;
  const openid = federation?.openid;
  if (keycloak?.enabled && openid?.enabled)
    return 'features.keystone.keycloak and features.keystone.federation must not be enabled together';
  if (
    openid?.enabled &&
    (openid.oidc_auth_type ?? 'oauth20') === 'oauth20' &&
    enabledEntries(openid.providers).length > 1
  )
    return 'only one provider of features.keystone.federation.openid may be enabled with oidc_auth_type oauth20';
  return undefined;
};

const compute: Rule = context => {
  const { nova = {}, database = {} } = context.spec.features ?? {};
  if (nova.images?.encryption?.enabled && nova.images.backend !== 'lvm')
    return 'features.nova.images.encryption needs images.backend lvm';
  const types = String(nova.vcpu_type ?? '')
    .split(',')
    .map(type => type.trim())
    .filter(Boolean);
  if (types.length > 1) {
    const host = types.find(type =>
      ['host-model', 'host-passthrough'].includes(type),
    );
    if (host) return `vcpu_type ${host} must not be part of a list`;
    const reason = needsRelease('a list of vcpu types', 'train')(context);
    if (reason) return reason;
  }
  return database.cleanup?.nova?.enabled
    ? needsRelease('features.database.cleanup.nova', 'antelope')(context)
    : undefined;
};

/** Rules 11, 15 to 17 and 23: what belongs to one service. */
export const serviceRules: Rule[] = [
  forService('key-manager', vaultNamespace),
  forService('dashboard', themes),
  forService('baremetal', ironic),
  forService('identity', identity),
  forService('compute', compute),
];
