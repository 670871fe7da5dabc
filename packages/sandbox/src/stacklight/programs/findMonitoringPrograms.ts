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

import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cacheRoot } from '../../control-plane';
import { Log } from '../../log';
import { buildMonitoringPrograms } from './buildMonitoringPrograms';
import { MonitoringPrograms } from './types';
import { alertmanagerVersion, prometheusVersion } from './versions';

export interface FindMonitoringOptions {
  environment?: NodeJS.ProcessEnv;
  log: Log;
  /** Fills the cache when neither the PATH nor the cache has them. */
  build?: (directory: string, log: Log) => Promise<void>;
}

/** Debian gives Alertmanager another name. */
const names = {
  prometheus: ['prometheus'],
  alertmanager: ['alertmanager', 'prometheus-alertmanager'],
};

/** Where both are already, on the PATH or in our cache; undefined when one is missing. */
export async function lookForMonitoringPrograms(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<MonitoringPrograms | undefined> {
  const onPath = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  return (
    (await programsIn(onPath)) ?? (await programsIn([cacheOf(environment)]))
  );
}

/** The PATH, then our cache, then a build from Go modules that fills it. */
export async function findMonitoringPrograms(
  options: FindMonitoringOptions,
): Promise<MonitoringPrograms> {
  const { environment = process.env, log } = options;
  const { build = buildMonitoringPrograms } = options;
  const found = await lookForMonitoringPrograms(environment);
  if (found) {
    return found;
  }
  const cache = cacheOf(environment);
  try {
    await build(cache, log);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      [
        `There is no Prometheus and Alertmanager on this machine, and they cannot be built: ${reason}`,
        'Any of these helps: install both so that they are on the PATH;',
        `put both into ${cache};`,
        'or install Go 1.24 or later, with access to a Go module proxy.',
      ].join('\n'),
    );
  }
  return (await programsIn([cache]))!;
}

function cacheOf(environment: NodeJS.ProcessEnv): string {
  return join(
    cacheRoot(environment),
    'stacklight',
    `prometheus-${prometheusVersion}-alertmanager-${alertmanagerVersion}`,
  );
}

async function programsIn(
  directories: string[],
): Promise<MonitoringPrograms | undefined> {
  const prometheus = await firstOf(directories, names.prometheus);
  const alertmanager = await firstOf(directories, names.alertmanager);
  return prometheus && alertmanager ? { prometheus, alertmanager } : undefined;
}

async function firstOf(
  directories: string[],
  files: string[],
): Promise<string | undefined> {
  for (const directory of directories) {
    for (const file of files) {
      const path = join(directory, file);
      const mayRun = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (mayRun) {
        return path;
      }
    }
  }
  return undefined;
}
