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

import { request as send } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Answer } from './Front';

/** Hands requests on; `target` is host and port, or undefined while nothing is there. */
export function forward(
  target: () => string | undefined,
  whyNot: () => string,
): Answer {
  return async (request, response) => {
    const address = target();
    if (!address) {
      request.resume();
      response.writeHead(503, { 'content-type': 'text/plain' });
      response.end(whyNot());
      return;
    }
    const { authorization: _, cookie: __, ...headers } = request.headers;
    const [hostname, port] = address.split(':');
    await new Promise<void>((resolve, reject) => {
      const onward = send(
        {
          hostname,
          port,
          method: request.method,
          path: request.url,
          headers: { ...headers, host: address },
        },
        answer => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          pipeline(answer, response).then(resolve, reject);
        },
      );
      onward.once('error', reject);
      request.pipe(onward);
    });
  };
}
