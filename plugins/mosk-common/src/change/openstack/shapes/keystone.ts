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
  anything,
  fields,
  flag,
  listOf,
  mapOf,
  oneOf,
  openFields,
  text,
  wholeNumber,
} from '../../shape';

const provider = fields(
  {
    issuer: text,
    description: text,
    enabled: flag,
    oidc_ca: text,
    mapping: listOf(mapOf(anything)),
    oauth2: mapOf(anything),
    metadata: mapOf(anything),
  },
  ['issuer', 'description'],
);

export const keystoneShape = fields({
  users: fields({
    admin: fields({
      project_name: text,
      user_domain_name: text,
      project_domain_name: text,
      default_domain_id: text,
    }),
  }),
  federation: fields(
    {
      openid: openFields(
        {
          enabled: flag,
          oidc: mapOf(anything),
          oidc_auth_type: oneOf('oauth20', 'oauth2'),
          providers: mapOf(provider),
        },
        ['providers', 'enabled'],
      ),
    },
    ['openid'],
  ),
  keycloak: fields({
    enabled: flag,
    url: text,
    oidc: fields({
      OIDCClientID: text,
      OIDCProviderMetadataURL: text,
      OIDCRedirectURI: listOf(text),
      OIDCSSLValidateServer: flag,
      OIDCOAuthSSLValidateServer: flag,
      OIDCRedirectURLsAllowed: text,
      OIDCScope: text,
      OIDCClaimDelimiter: text,
      OIDCSessionInactivityTimeout: wholeNumber,
    }),
  }),
  domain_specific_configuration: fields({
    enabled: flag,
    ks_domains: mapOf(anything),
    domains: listOf(
      fields({ enabled: flag, name: text, config: mapOf(anything) }, [
        'enabled',
        'name',
        'config',
      ]),
    ),
  }),
});
