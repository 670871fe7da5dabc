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

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fillDirectory } from './fillDirectory';
import { runProgram } from './runProgram';
import { kubernetesVersion } from './versions';
import { packageDirectory } from '../packageDirectory';
import { Log } from '../log';

const leastGo = { major: 1, minor: 24 };

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

async function checkGo(): Promise<void> {
  const answer = await promisify(execFile)('go', ['env', 'GOVERSION']).catch(
    () => undefined,
  );
  if (!answer) {
    throw new Error('there is no go on the PATH');
  }
  const version = answer.stdout.trim();
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
  const recent =
    Number(major) > leastGo.major || Number(minor) >= leastGo.minor;
  if (!recent) {
    throw new Error(
      `Go ${leastGo.major}.${leastGo.minor} or later is needed and go is ${version}`,
    );
  }
}

async function build(
  module: string,
  program: string,
  output: string,
  log: Log,
): Promise<void> {
  const [major, minor] = kubernetesVersion.slice(1).split('.');
  const variable = 'k8s.io/component-base/version';
  const linkerFlags = [
    '-s -w',
    `-X ${variable}.gitVersion=${kubernetesVersion}`,
    `-X ${variable}.gitMajor=${major}`,
    `-X ${variable}.gitMinor=${minor}`,
  ].join(' ');
  let compiled = 0;
  const started = Date.now();
  await runProgram({
    command: 'go',
    // -v names each package as it is compiled: how far it is.
    args: [
      'build',
      '-v',
      '-mod=readonly',
      '-trimpath',
      '-gcflags=all=-dwarf=false',
      '-ldflags',
      linkerFlags,
      '-o',
      output,
      program,
    ],
    directory: join(packageDirectory, 'control-plane-modules', module),
    environment: {
      ...process.env,
      CGO_ENABLED: '0',
      GOGC: '400',
      GOWORK: 'off',
      GOFLAGS: '',
    },
    onLine: line => {
      if (line.startsWith('go: downloading')) {
        log(`${module}: ${line.slice('go: '.length)}`);
        return;
      }
      compiled += 1;
      if (compiled % 50 === 0) {
        const seconds = Math.round((Date.now() - started) / 1000);
        log(`${module}: ${compiled} packages compiled, ${seconds} s`);
      }
    },
  });
}
