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
  closed,
  flag,
  free,
  integer,
  listOf,
  mapOf,
  oneOf,
  open,
  Schema,
  secret,
  text,
} from './schemaParts';

const provider = closed(
  {
    enabled: flag,
    issuer: text,
    description: text,
    oidc_ca: text,
    mapping: listOf(free),
    oauth2: free,
    metadata: open({
      client: free,
      conf: free,
      provider: open(
        {
          value_from: open(
            { from_url: open({ url: text }, 'url') },
            'from_url',
          ),
        },
        'value_from',
      ),
    }),
  },
  'issuer',
  'description',
);

/** spec.features.keystone */
export const keystoneSchema: Schema = closed({
  users: closed({
    admin: closed({
      project_name: text,
      user_domain_name: text,
      project_domain_name: text,
      default_domain_id: text,
    }),
  }),
  keycloak: closed({
    enabled: flag,
    url: text,
    oidc: closed({
      OIDCClientID: text,
      OIDCProviderMetadataURL: text,
      OIDCRedirectURI: listOf(text),
      OIDCSSLValidateServer: flag,
      OIDCOAuthSSLValidateServer: flag,
      OIDCRedirectURLsAllowed: text,
      OIDCScope: text,
      OIDCClaimDelimiter: text,
      OIDCSessionInactivityTimeout: integer,
    }),
  }),
  federation: closed(
    {
      openid: open(
        {
          enabled: flag,
          oidc: free,
          oidc_auth_type: oneOf('oauth20', 'oauth2'),
          providers: mapOf(provider),
        },
        'enabled',
        'providers',
      ),
    },
    'openid',
  ),
  domain_specific_configuration: closed({
    enabled: flag,
    ks_domains: free,
    domains: listOf(
      closed(
        { enabled: flag, name: text, config: free },
        'enabled',
        'name',
        'config',
      ),
    ),
  }),
});

/** spec.features.barbican */
export const barbicanSchema: Schema = closed({
  backends: closed({
    vault: closed({
      enabled: flag,
      approle_role_id: secret,
      approle_secret_id: secret,
      vault_url: text,
      namespace: text,
      kv_mountpoint: text,
      use_ssl: flag,
      ssl_ca_crt_file: secret,
    }),
  }),
});

/** spec.features.ssl */
export const sslSchema: Schema = closed(
  {
    tls_proxy: closed({ enabled: flag }, 'enabled'),
    public_endpoints: closed(
      { ca_cert: secret, api_cert: secret, api_key: secret },
      'ca_cert',
      'api_cert',
      'api_key',
    ),
  },
  'public_endpoints',
);
