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
import { rootFolder } from './paths.mjs';
import { run, start } from './processes.mjs';
import { step } from './steps.mjs';

export const sandboxCommand = join(
  rootFolder,
  'packages',
  'sandbox',
  'bin',
  'mosk-sandbox',
);

/** Gets kube-apiserver and etcd, and for StackLight Prometheus and Alertmanager, from wherever they can be had. */
export async function prepareSandbox({ stackLight = false } = {}) {
  await step('Preparing the control plane (minutes the first time)', progress =>
    run(
      process.execPath,
      [sandboxCommand, 'prepare', ...(stackLight ? ['--with-stacklight'] : [])],
      {
        cwd: rootFolder,
        onLine: progress,
      },
    ),
  );
}

/** Starts the sandbox and waits until its clouds answer; resolves with its `ready` line. */
export async function startSandbox({ folder, args, onLine }) {
  let ready;
  const handle = start(
    process.execPath,
    [
      sandboxCommand,
      'start',
      '--until-stdin-ends',
      '--directory',
      folder,
      ...args,
    ],
    {
      cwd: rootFolder,
      stdin: 'pipe',
      onLine: line => {
        ready?.(line);
        onLine?.(line);
      },
    },
  );
  const info = await new Promise((resolve, reject) => {
    ready = line => {
      if (line.startsWith('{') && line.includes('"ready"')) {
        resolve(JSON.parse(line));
      }
    };
    handle.exited.then(code =>
      reject(
        new Error(
          `The sandbox ended with ${code} while it started:\n${handle.lines
            .slice(-40)
            .join('\n')}`,
        ),
      ),
    );
  });
  return { ...handle, info };
}
