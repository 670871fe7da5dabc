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
import { promisify } from 'node:util';
import { runProgram } from './runProgram';
import { Log } from '../log';

const leastGo = { major: 1, minor: 24 };

export interface BuildOptions {
  /** Of the Go module that pins the versions. */
  directory: string;
  /** What its progress is told under. */
  name: string;
  /** Path of the package to build. */
  program: string;
  output: string;
  /** Values of variables, by their full names. */
  variables: Record<string, string>;
  log: Log;
}

export async function checkGo(): Promise<void> {
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

/** Builds one program of a Go module whose versions and checksums are pinned. */
export async function buildProgram(options: BuildOptions): Promise<void> {
  const { directory, name, program, output, variables, log } = options;
  const linkerFlags = [
    '-s -w',
    ...Object.entries(variables).map(([key, value]) => `-X ${key}=${value}`),
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
    directory,
    environment: {
      ...process.env,
      CGO_ENABLED: '0',
      GOGC: '400',
      GOWORK: 'off',
      GOFLAGS: '',
    },
    onLine: line => {
      if (line.startsWith('go: downloading')) {
        log(`${name}: ${line.slice('go: '.length)}`);
        return;
      }
      compiled += 1;
      if (compiled % 50 === 0) {
        const seconds = Math.round((Date.now() - started) / 1000);
        log(`${name}: ${compiled} packages compiled, ${seconds} s`);
      }
    },
  });
}
