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

import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { portalConfiguration } from '../cli/portalConfiguration';
import { CloudState } from '../operators/types';
import { packageDirectory } from '../packageDirectory';
import { readDescription } from './readDescription';
import { SandboxCloud } from './SandboxCloud';

/** @public */
export interface StartSandboxOptions {
  /** How many, or their names. One when left out. */
  clouds?: number | string[];
  /** Multiplies every duration of the operators. Very fast when left out. */
  timeScale?: number;
  withoutKinds?: string[];
  /** MOSK releases, which the clouds take in turn; with the kinds of every release when left out. */
  release?: string | string[];
  /** The operators alone when left out; one for all clouds or one for each. */
  cloudState?: CloudState | CloudState[];
  /** What plays in the clouds, as in `openstack`, `helm`. OpenStack alone when left out, which starts fastest. */
  components?: string[];
  /** A directory of its own when left out, removed at the end. */
  directory?: string;
}

/**
 * A sandbox that a test started.
 * @public
 */
export interface TestSandbox {
  directory: string;
  pid: number;
  clouds: SandboxCloud[];
  /** Commands the first cloud. */
  command: SandboxCloud['command'];
  /** The switches of the first cloud's fault proxy. */
  faults: SandboxCloud['faults'];
  /** Sections `kubernetes` and `mosk` of a portal's configuration; past the fault proxy unless asked otherwise. */
  portalConfig(options?: {
    throughProxy?: boolean;
  }): ReturnType<typeof portalConfiguration>;
  /** Ends the clouds and all their processes. */
  stop(): Promise<void>;
}

/**
 * Starts clouds in a process of their own and waits until they answer. The first time on a machine it may take minutes:
 * `mosk-sandbox prepare` does that part before.
 * @public
 */
export async function startSandbox(
  options: StartSandboxOptions = {},
): Promise<TestSandbox> {
  const { clouds = 1, timeScale = 0.01, withoutKinds = [] } = options;
  const directory =
    options.directory ?? (await mkdtemp(join(tmpdir(), 'mosk-sandbox-test-')));
  const child = spawn(
    process.execPath,
    [
      join(packageDirectory, 'bin', 'mosk-sandbox'),
      'start',
      ...['--directory', directory],
      ...['--clouds', String(clouds)],
      ...['--time-scale', String(timeScale)],
      ...['--cloud-state', String(options.cloudState ?? 'empty')],
      ...['--components', (options.components ?? ['openstack']).join(',')],
      ...['--release', String(options.release ?? 'none')],
      ...['--without-kinds', withoutKinds.join(',')],
      '--until-stdin-ends',
    ],
    // Jest's own options are not for this process.
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development' },
    },
  );
  await untilReady(child);

  const description = await readDescription(directory);
  const sandboxClouds = await Promise.all(
    description.clouds.map(async cloud => {
      const { users } = parse(await readFile(cloud.kubeconfig, 'utf8'));
      const decode = (field: string) =>
        Buffer.from(users[0].user[field], 'base64').toString();
      return new SandboxCloud(cloud, description.control, {
        certificate: decode('client-certificate-data'),
        key: decode('client-key-data'),
      });
    }),
  );
  const [first] = sandboxClouds;
  return {
    directory,
    pid: description.pid,
    clouds: sandboxClouds,
    command: (verb, args) => first.command(verb, args),
    faults: first.faults,
    portalConfig: ({ throughProxy = false } = {}) =>
      portalConfiguration(description, { throughProxy }),
    stop: async () => {
      await Promise.all(sandboxClouds.map(cloud => cloud.adminClient.close()));
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }
      if (!options.directory) {
        await rm(directory, { recursive: true, force: true });
      }
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', line => {
      if (line.includes('"ready"')) {
        resolve();
      }
    });
    createInterface({ input: child.stderr! }).on('line', line => {
      lines.push(line);
      lines.splice(0, lines.length - 50);
    });
    child.once('error', reject);
    child.once('exit', code =>
      reject(
        new Error(
          `The sandbox ended with ${code} while it started:\n${lines.join(
            '\n',
          )}`,
        ),
      ),
    );
  });
}
