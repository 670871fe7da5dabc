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
  mapOf,
  oneOf,
  text,
  wholeNumber,
} from '../../shape';

/** Services whose databases are cleaned up on a schedule. */
export const cleanedServices = [
  'barbican',
  'masakari',
  'nova',
  'cinder',
  'glance',
  'heat',
  'aodh',
  'manila',
  'horizon',
] as const;

const cleanup = fields({
  enabled: flag,
  schedule: text,
  age: wholeNumber,
  batch: wholeNumber,
});

export const databaseShape = fields({
  local_volumes: anything,
  cleanup: fields(
    Object.fromEntries(cleanedServices.map(service => [service, cleanup])),
  ),
  backup: fields(
    {
      enabled: flag,
      schedule_time: text,
      backup_type: text,
      backups_to_keep: wholeNumber,
      full_backup_cycle: wholeNumber,
      backend: oneOf('pvc', 'pv_nfs', 'hostpath'),
      pv_nfs: fields({ server: text, path: text }, ['server', 'path']),
      sync_remote: fields({ enabled: flag, remotes: mapOf(anything) }, [
        'enabled',
        'remotes',
      ]),
      encryption: fields({ enabled: flag }),
    },
    ['enabled'],
  ),
});
