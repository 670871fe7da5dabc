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

// Started by the sandbox. See src/control-plane/Guardian.ts.

const { readFileSync, rmSync } = require('node:fs');
const { createInterface } = require('node:readline');

const pids = new Set();
const directories = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}

/** An id may have gone to another program since. */
function isOurs(pid) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return /etcd|kube-apiserver|prometheus|alertmanager/.test(
      command.split('\0')[0],
    );
  } catch {
    return process.platform !== 'linux';
  }
}

createInterface({ input: process.stdin })
  .on('line', line => {
    const message = JSON.parse(line);
    if (message.pid) {
      pids.add(message.pid);
    }
    if (message.directory) {
      directories.add(message.directory);
    }
  })
  .on('close', () => {
    for (const pid of pids) {
      try {
        if (isOurs(pid)) {
          process.kill(pid, 'SIGKILL');
        }
      } catch {
        // It ended by itself.
      }
    }
    for (const directory of directories) {
      rmSync(directory, {
        recursive: true,
        force: true,
        maxRetries: 5,
        retryDelay: 100,
      });
    }
  });
