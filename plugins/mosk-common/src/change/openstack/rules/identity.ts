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

import { objectAt, objectsIn, refuse, Rule } from './types';

const path = 'spec.features.keystone';

/** Keycloak has an address (rule 17). */
const keycloak: Rule = ({ spec }) => {
  const settings = objectAt(spec, 'features', 'keystone', 'keycloak');
  return settings.enabled === true && settings.url === undefined
    ? [refuse(`${path}.keycloak.url`, 'Is required while Keycloak is enabled.')]
    : [];
};

/** Domains with a configuration of their own (rule 17). */
const domains: Rule = ({ spec }) => {
  const settings = objectAt(
    spec,
    'features',
    'keystone',
    'domain_specific_configuration',
  );
  if (settings.ks_domains === undefined) {
    return [];
  }
  const section = `${path}.domain_specific_configuration`;
  const both =
    settings.domains === undefined
      ? []
      : [
          refuse(
            `${section}.domains`,
            'Cannot be given together with ks_domains.',
            'Use ks_domains for all of them.',
          ),
        ];
  const missing = objectsIn(objectAt(settings, 'ks_domains')).flatMap(
    ([name, domain]) =>
      ['config', 'enabled']
        .filter(key => domain[key] === undefined)
        .map(key =>
          refuse(`${section}.ks_domains.${name}.${key}`, 'Is required.'),
        ),
  );
  return [...both, ...missing];
};

/** One way to log in from elsewhere (rule 17). */
const federation: Rule = ({ spec }) => {
  const settings = objectAt(spec, 'features', 'keystone', 'federation');
  if (!Object.keys(settings).length) {
    return [];
  }
  const openid = objectAt(settings, 'openid');
  const enabled = objectsIn(objectAt(openid, 'providers')).filter(
    ([, provider]) => provider.enabled !== false,
  );
  const withKeycloak =
    objectAt(spec, 'features', 'keystone', 'keycloak').enabled === true &&
    settings.enabled !== false;
  return [
    ...(withKeycloak
      ? [
          refuse(
            `${path}.federation`,
            'Cannot be used while Keycloak is enabled.',
            'Use one of keystone.keycloak and keystone.federation.',
          ),
        ]
      : []),
    ...((openid.oidc_auth_type ?? 'oauth20') === 'oauth20' && enabled.length > 1
      ? [
          refuse(
            `${path}.federation.openid.providers`,
            'Several providers work only with oidc_auth_type oauth2.',
            'Set oidc_auth_type to oauth2, or enable one provider.',
          ),
        ]
      : []),
  ];
};

const whenEnabled =
  (rule: Rule): Rule =>
  context =>
    context.services.has('identity') ? rule(context) : [];

export const identityRules: Rule[] = [keycloak, domains, federation].map(
  whenEnabled,
);
