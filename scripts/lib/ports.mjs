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

import { createServer } from 'node:net';

function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** A port that the caller named must be free; the default gives way to the next free one. */
export async function choosePort(named, preferred, makeTarget) {
  if (named !== undefined) {
    if (await isFree(named)) {
      return named;
    }
    throw new Error(
      `Port ${named} is taken by another program. Choose another one: make ${makeTarget} PORT=${
        named + 100
      }`,
    );
  }
  for (let port = preferred; port < preferred + 100; port++) {
    if (await isFree(port)) {
      if (port !== preferred) {
        console.log(
          `Port ${preferred} is taken, using ${port}; choose one yourself with: make ${makeTarget} PORT=${
            preferred + 100
          }`,
        );
      }
      return port;
    }
  }
  throw new Error(
    `No free port from ${preferred} to ${
      preferred + 99
    }. Choose one: make ${makeTarget} PORT=9007`,
  );
}

/** A port that nobody uses right now, for a server of our own. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
