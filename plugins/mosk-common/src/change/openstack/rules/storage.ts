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

import { isReleaseAtLeast } from '../../../openstack';
import { checkBackends } from './backends';
import { objectAt, objectsIn, refuse, Rule } from './types';

/** What each type of backup driver needs (rule 12, from the operator's schema). */
const driverNeeds: Record<string, readonly string[]> = {
  s3: ['endpoint_url', 'store_bucket', 'store_access_key', 'store_secret_key'],
  nfs: ['backup_share'],
};

/** Backups of volumes (rule 12). */
const volumeBackup: Rule = ({ spec, services, release }) => {
  const backup = objectAt(spec, 'features', 'cinder', 'backup');
  const drivers = objectsIn(objectAt(backup, 'drivers'));
  const path = 'spec.features.cinder.backup.drivers';
  const missing = drivers.flatMap(([name, driver]) =>
    (driverNeeds[driver.type as string] ?? [])
      .filter(key => driver[key] === undefined)
      .map(key =>
        refuse(
          `${path}.${name}.${key}`,
          `Is required for a driver of type ${driver.type}.`,
        ),
      ),
  );
  if (!services.has('block-storage') || !drivers.length) {
    return missing;
  }
  const enabled = drivers
    .filter(([, driver]) => driver.enabled === true)
    .map(([name]) => name);
  return [
    ...missing,
    ...(isReleaseAtLeast(release, 'yoga')
      ? []
      : [
          refuse(
            path,
            'Own backup drivers can be given from yoga on.',
            'Leave them out, or choose yoga or later.',
          ),
        ]),
    ...(backup.enabled !== false && enabled.length > 1
      ? [
          refuse(
            path,
            `Only one backup driver can be enabled, not ${enabled.join(
              ' and ',
            )}.`,
          ),
        ]
      : []),
  ];
};

/** Own volume backends (rule 12). */
const volumeBackends: Rule = ({ spec, services }) =>
  services.has('block-storage')
    ? checkBackends(
        objectAt(spec, 'features', 'cinder', 'volume', 'backends'),
        {
          path: 'spec.features.cinder.volume.backends',
          project: 'cinder',
          listOption: 'enabled_backends',
          options: ['volume_backend_name', 'volume_driver'],
        },
      )
    : [];

/** Own backends of shared file systems (rule 18). */
const shareBackends: Rule = ({ spec, services }) =>
  services.has('shared-file-system')
    ? checkBackends(objectAt(spec, 'features', 'manila', 'share', 'backends'), {
        path: 'spec.features.manila.share.backends',
        project: 'manila',
        listOption: 'enabled_share_backends',
        options: ['share_backend_name', 'share_driver'],
      })
    : [];

export const storageRules: Rule[] = [
  volumeBackup,
  volumeBackends,
  shareBackends,
];
