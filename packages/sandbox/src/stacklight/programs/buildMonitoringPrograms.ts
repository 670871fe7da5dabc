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

import { join } from 'node:path';
import { buildProgram, checkGo, fillDirectory } from '../../control-plane';
import { Log } from '../../log';
import { packageDirectory } from '../../packageDirectory';
import { alertmanagerVersion, prometheusVersion } from './versions';

const versionVariable = 'github.com/prometheus/common/version.Version';

/** Builds both programs from the Go module whose versions and checksums stand in stacklight-modules/. */
export async function buildMonitoringPrograms(
  directory: string,
  log: Log,
): Promise<void> {
  await checkGo();
  const build = (name: string, version: string, staging: string) =>
    buildProgram({
      directory: join(packageDirectory, 'stacklight-modules'),
      name,
      program: `github.com/prometheus/${name}/cmd/${name}`,
      output: join(staging, name),
      variables: { [versionVariable]: version.slice(1) },
      log,
    });
  await fillDirectory(
    directory,
    async staging => {
      log('1 of 2: building Alertmanager from Go modules (about a minute)');
      await build('alertmanager', alertmanagerVersion, staging);
      log(
        '2 of 2: building Prometheus from Go modules (3 to 5 minutes on two cores)',
      );
      await build('prometheus', prometheusVersion, staging);
    },
    ['alertmanager', 'prometheus'],
  );
}
