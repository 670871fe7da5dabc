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

import { CronExpressionParser } from 'cron-parser';
import { FieldProblem } from '../../types';
import { isObject } from '../../path';
import { cleanedServices } from '../shapes/database';
import { objectAt, objectsIn, refuse, Rule, valueAt } from './types';

function isCron(text: unknown): boolean {
  if (typeof text !== 'string' || text.trim().split(/\s+/).length !== 5) {
    return false;
  }
  try {
    CronExpressionParser.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Schedules are cron expressions (rule 9). */
const schedules: Rule = ({ spec }) => {
  const paths = [
    ...cleanedServices.map(service => ['cleanup', service, 'schedule']),
    ['backup', 'schedule_time'],
  ];
  return paths.flatMap(path => {
    const value = valueAt(spec, 'features', 'database', ...path);
    return value === undefined || value === '' || isCron(value)
      ? []
      : [
          refuse(
            `spec.features.database.${path.join('.')}`,
            'Is not a cron expression.',
            'Give minute, hour, day of month, month and day of week, such as "0 1 * * *".',
          ),
        ];
  });
};

/** Where backups are kept (rule 13). */
const backupBackend: Rule = ({ spec, services }) => {
  const backup = objectAt(spec, 'features', 'database', 'backup');
  if (!services.has('database') || backup.backend !== 'pv_nfs') {
    return [];
  }
  return ['server', 'path'].flatMap(key =>
    valueAt(backup, 'pv_nfs', key)
      ? []
      : [
          refuse(
            `spec.features.database.backup.pv_nfs.${key}`,
            'Is required when the backup backend is pv_nfs.',
          ),
        ],
  );
};

function requiredOfRemote(kind: unknown, provider: unknown): string[] {
  const ofS3 =
    kind === 's3' ? ['provider', 'access_key_id', 'secret_access_key'] : [];
  return [
    'type',
    ...ofS3,
    ...(ofS3.length && provider === 'Ceph' ? ['endpoint'] : []),
  ];
}

/** Copies of backups elsewhere (rule 13). */
const backupRemote: Rule = ({ spec, services }) => {
  const sync = objectAt(spec, 'features', 'database', 'backup', 'sync_remote');
  if (!services.has('database') || sync.enabled !== true) {
    return [];
  }
  const path = 'spec.features.database.backup.sync_remote.remotes';
  const remotes = objectsIn(objectAt(sync, 'remotes'));
  const tooMany: FieldProblem[] =
    remotes.length > 1
      ? [refuse(path, 'Only one remote can be given.', 'Keep one of them.')]
      : [];
  const missing = remotes.flatMap(([name, remote]) => {
    const conf = isObject(remote.conf) ? remote.conf : undefined;
    const ofRemote = ['conf', 'path']
      .filter(key => remote[key] === undefined)
      .map(key => refuse(`${path}.${name}.${key}`, 'Is required.'));
    const ofConf = conf
      ? requiredOfRemote(conf.type, conf.provider)
          .filter(key => conf[key] === undefined)
          .map(key => refuse(`${path}.${name}.conf.${key}`, 'Is required.'))
      : [];
    return [...ofRemote, ...ofConf];
  });
  return [...tooMany, ...missing];
};

export const databaseRules: Rule[] = [schedules, backupBackend, backupRemote];
