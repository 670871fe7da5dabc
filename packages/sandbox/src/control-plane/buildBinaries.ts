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
import { buildProgram, checkGo } from './buildProgram';
import { fillDirectory } from './fillDirectory';
import { kubernetesVersion } from './versions';
import { packageDirectory } from '../packageDirectory';
import { Log } from '../log';

/** Builds both programs from the Go modules whose versions and checksums stand in control-plane-modules/. */
export async function buildBinaries(
  directory: string,
  log: Log,
): Promise<void> {
  await checkGo();
  await fillDirectory(directory, async staging => {
    log('1 of 2: building etcd from Go modules (about a minute)');
    await build(
      'etcd',
      'go.etcd.io/etcd/server/v3',
      join(staging, 'etcd'),
      log,
    );
    log(
      '2 of 2: building kube-apiserver from Go modules (3 to 5 minutes on two cores)',
    );
    await build(
      'kube-apiserver',
      'k8s.io/kubernetes/cmd/kube-apiserver',
      join(staging, 'kube-apiserver'),
      log,
    );
  });
}

async function build(
  module: string,
  program: string,
  output: string,
  log: Log,
): Promise<void> {
  const [major, minor] = kubernetesVersion.slice(1).split('.');
  const variable = 'k8s.io/component-base/version';
  await buildProgram({
    directory: join(packageDirectory, 'control-plane-modules', module),
    name: module,
    program,
    output,
    variables: {
      [`${variable}.gitVersion`]: kubernetesVersion,
      [`${variable}.gitMajor`]: major,
      [`${variable}.gitMinor`]: minor,
    },
    log,
  });
}
