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

import { fields, flag, secret, text } from '../../shape';

export const sslShape = fields(
  {
    tls_proxy: fields({ enabled: flag }, ['enabled']),
    public_endpoints: fields(
      { enabled: flag, ca_cert: secret, api_cert: secret, api_key: secret },
      ['ca_cert', 'api_cert', 'api_key'],
    ),
  },
  ['public_endpoints'],
);

export const barbicanShape = fields({
  backends: fields({
    simple_crypto: fields({ enabled: flag }),
    vault: fields({
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

export const stacklightShape = fields({
  enabled: flag,
  user: fields({ username: secret, password: secret }),
});
