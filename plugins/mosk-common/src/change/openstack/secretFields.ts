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
import { sensitivePathsByKind } from '../../kinds/sensitivePaths';
import { FieldPath, isObject } from '../path';

const switchSecrets = ['username', 'password', 'ssh_private_key', 'secret'];

/** Fields that hold a secret and can refer to a Secret instead; `*` is any key or item. */
export const referableSecretFields: readonly FieldPath[] = [
  ...['ca_cert', 'api_cert', 'api_key'].map(key => [
    'features',
    'ssl',
    'public_endpoints',
    key,
  ]),
  ...['approle_role_id', 'approle_secret_id', 'ssl_ca_crt_file'].map(key => [
    'features',
    'barbican',
    'backends',
    'vault',
    key,
  ]),
  ...['devices', 'hardware'].flatMap(list =>
    switchSecrets.map(key => [
      'features',
      'neutron',
      'baremetal',
      'ngs',
      list,
      '*',
      key,
    ]),
  ),
  ...['username', 'password'].map(key => [
    'features',
    'stacklight',
    'user',
    key,
  ]),
  ...['store_access_key', 'store_secret_key'].map(key => [
    'features',
    'cinder',
    'backup',
    'drivers',
    '*',
    key,
  ]),
];

const referable = new Set(
  referableSecretFields.map(path => ['spec', ...path].join('.')),
);
// Only parts of it are free-form: the secrets of a switch can refer to a Secret.
const switches = 'spec.features.neutron.baremetal.ngs.hardware';

/** Free-form fields that may hold secrets and cannot refer to one: all else that the portal hides. */
export const freeFormSecretFields: readonly FieldPath[] = [
  ...sensitivePathsByKind.OpenStackDeployment,
  `${switches}.*.raw`,
]
  .filter(
    path =>
      path.startsWith('spec.') && path !== switches && !referable.has(path),
  )
  .map(path => path.split('.').slice(1));

/** Every place in the spec that a path with `*` points at, with its value. */
export function placesAt(
  spec: JsonObject,
  pattern: FieldPath,
): Array<{ path: string[]; value: JsonValue }> {
  return pattern.reduce<Array<{ path: string[]; value: JsonValue }>>(
    (places, key) =>
      places.flatMap(({ path, value }) => {
        if (!isObject(value) && !Array.isArray(value)) {
          return [];
        }
        const entries = Object.entries(value) as Array<[string, JsonValue]>;
        return entries
          .filter(
            ([name, child]) =>
              child !== undefined && (key === '*' || name === key),
          )
          .map(([name, child]) => ({ path: [...path, name], value: child }));
      }),
    [{ path: [], value: spec }],
  );
}
