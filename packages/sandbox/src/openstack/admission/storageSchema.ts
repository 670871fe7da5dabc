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
  mapOf,
  oneOf,
  open,
  Schema,
  secretOnly,
  switchOnly,
  text,
} from './schemaParts';

const withDefault = open({ default: flag });

const helmBackend = (createKey: string) =>
  closed(
    {
      enabled: flag,
      [createKey]: flag,
      type: oneOf('statefulset'),
      values: closed(
        { conf: free, images: free, labels: free, pod: free },
        'conf',
      ),
    },
    'type',
    'values',
  );

/** What a backup driver needs besides its own fields, by its type. */
const driverNeeds = (type: string, ...required: string[]): Schema => ({
  if: { properties: { type: { const: type } } },
  then: { required },
});

const backupDriver: Schema = {
  ...closed(
    {
      type: oneOf('s3', 'nfs'),
      enabled: flag,
      endpoint_url: text,
      store_bucket: text,
      store_access_key: secretOnly,
      store_secret_key: secretOnly,
      backup_share: text,
    },
    'type',
    'enabled',
  ),
  allOf: [
    driverNeeds(
      's3',
      'endpoint_url',
      'store_bucket',
      'store_access_key',
      'store_secret_key',
    ),
    driverNeeds('nfs', 'backup_share'),
  ],
};

/** spec.features.glance */
export const glanceSchema: Schema = closed({
  backends: closed({
    cinder: mapOf(withDefault),
    rbd: mapOf(withDefault),
    file: mapOf(
      open(
        { default: flag, pvc: open({ size: text, storage_class_name: text }) },
        'pvc',
      ),
    ),
  }),
  signature: closed({ enabled: flag, certificate_validation: flag }),
});

/** spec.features.cinder */
export const cinderSchema: Schema = closed({
  volume: closed({
    enabled: flag,
    backends: mapOf(helmBackend('create_volume_type')),
  }),
  backup: closed({ enabled: flag, drivers: mapOf(backupDriver) }),
});

/** spec.features.manila */
export const manilaSchema: Schema = closed({
  share: closed({ backends: mapOf(helmBackend('create_share_type')) }),
});

const cleanup = (...keys: string[]): Schema =>
  closed({
    enabled: flag,
    schedule: text,
    ...Object.fromEntries(keys.map(key => [key, integer])),
  });

/** spec.features.database */
export const databaseSchema: Schema = closed({
  cleanup: closed({
    aodh: cleanup('age'),
    barbican: cleanup('age'),
    cinder: cleanup('age'),
    glance: cleanup('age', 'batch'),
    heat: cleanup('age', 'batch'),
    horizon: cleanup(),
    manila: cleanup('age'),
    masakari: cleanup('age', 'batch'),
    nova: cleanup('age', 'batch'),
  }),
  backup: closed(
    {
      enabled: flag,
      schedule_time: text,
      backup_type: text,
      backups_to_keep: integer,
      full_backup_cycle: integer,
      backend: oneOf('pvc', 'pv_nfs', 'hostpath'),
      pv_nfs: closed({ server: text, path: text }, 'server', 'path'),
      sync_remote: closed(
        { enabled: flag, remotes: free },
        'enabled',
        'remotes',
      ),
      encryption: switchOnly,
    },
    'enabled',
  ),
});
