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

import { ReviewContext, Rule } from '../types';
import {
  enabledEntries,
  firstOf,
  forService,
  needsRelease,
} from './forService';

/** Helm values of a storage backend must name the backends they enable. */
const backendsNameThemselves =
  (
    backendsOf: (context: ReviewContext) => Record<string, any> | undefined,
    configuration: string,
    keys: { enabled: string; name: string; driver: string },
  ): Rule =>
  context => {
    for (const [name, backend] of enabledEntries(backendsOf(context))) {
      const conf = configuration
        ? backend.values?.conf?.[configuration]
        : backend.values?.conf;
      const listed = conf?.DEFAULT?.[keys.enabled];
      if (!listed)
        return `backend ${name} does not set DEFAULT.${keys.enabled}`;
      for (const section of String(listed).split(',')) {
        const values = conf[section.trim()] ?? {};
        for (const key of [keys.name, keys.driver])
          if (!values[key])
            return `backend ${name} does not set ${key} in ${section.trim()}`;
      }
    }
    return undefined;
  };

const backupDrivers: Rule = context => {
  const drivers = context.spec.features?.cinder?.backup?.drivers;
  if (!drivers) return undefined;
  if (enabledEntries(drivers).length > 1)
    return 'only one driver of features.cinder.backup.drivers may be enabled';
  return needsRelease('features.cinder.backup.drivers', 'yoga')(context);
};

const databaseBackup: Rule = ({ spec }) => {
  const backup = spec.features?.database?.backup;
  if (!backup) return undefined;
  if (
    backup.backend === 'pv_nfs' &&
    !(backup.pv_nfs?.server && backup.pv_nfs?.path)
  )
    return 'features.database.backup with backend pv_nfs needs pv_nfs.server and pv_nfs.path';
  if (!backup.sync_remote?.enabled) return undefined;
  const remotes = Object.entries<any>(backup.sync_remote.remotes ?? {});
  if (remotes.length !== 1)
    return 'features.database.backup.sync_remote needs exactly one remote';
  const [name, remote] = remotes[0];
  const needed = (conf: Record<string, unknown>) => [
    'type',
    ...(conf.type === 's3'
      ? ['provider', 'access_key_id', 'secret_access_key']
      : []),
    ...(conf.provider === 'Ceph' ? ['endpoint'] : []),
  ];
  if (!remote?.conf || !remote?.path)
    return `features.database.backup.sync_remote.remotes.${name} needs conf and path`;
  const missing = needed(remote.conf).find(key => !remote.conf[key]);
  return missing
    ? `features.database.backup.sync_remote.remotes.${name}.conf needs ${missing}`
    : undefined;
};

const imageSignature: Rule = ({ spec }) => {
  const signature = spec.features?.glance?.signature;
  return signature?.certificate_validation && !signature.enabled
    ? 'features.glance.signature.certificate_validation needs signature.enabled'
    : undefined;
};

const imageBackends: Rule = ({ spec }) => {
  const backends = spec.features?.glance?.backends;
  if (!backends) return undefined;
  const all = Object.values<any>(backends).flatMap(type =>
    Object.values<any>(type ?? {}),
  );
  if (all.length > 0 && all.filter(backend => backend?.default).length !== 1)
    return 'exactly one of features.glance.backends must have default: true';
  for (const [name, backend] of Object.entries<any>(backends.cinder ?? {})) {
    const { cinder_volume_type: volumeType, backend_name: backendName } =
      backend;
    if (Boolean(volumeType) === Boolean(backendName))
      return `features.glance.backends.cinder.${name} needs either cinder_volume_type or backend_name`;
    if (backendName && !/^[^:]+:[^:]+$/.test(backendName))
      return `features.glance.backends.cinder.${name}.backend_name must be <type>:<volume type>`;
  }
  const files = Object.entries<any>(backends.file ?? {});
  if (files.length > 1)
    return 'only one backend of features.glance.backends.file is allowed';
  for (const [name, { pvc }] of files)
    if (!pvc?.size || !pvc?.storage_class_name)
      return `features.glance.backends.file.${name} needs pvc.size and pvc.storage_class_name`;
  return undefined;
};

/** Rules 12 to 14 and 18: volumes, the database's backup, images and shares. */
export const storageRules: Rule[] = [
  forService(
    'block-storage',
    firstOf(
      backupDrivers,
      backendsNameThemselves(
        ({ spec }) => spec.features?.cinder?.volume?.backends,
        'cinder',
        {
          enabled: 'enabled_backends',
          name: 'volume_backend_name',
          driver: 'volume_driver',
        },
      ),
    ),
  ),
  forService('database', databaseBackup),
  forService('image', firstOf(imageSignature, imageBackends)),
  forService(
    'shared-file-system',
    backendsNameThemselves(
      ({ spec }) => spec.features?.manila?.share?.backends,
      'manila',
      {
        enabled: 'enabled_share_backends',
        name: 'share_backend_name',
        driver: 'share_driver',
      },
    ),
  ),
];
