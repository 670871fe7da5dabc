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

import { KubernetesError } from '../clusters';

/** Largest object that etcd takes is 1.5 MiB; JSON of it in an event may be some times larger. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** Splits a stream into lines of bounded size; a last line without its end is a broken stream. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(10, start);
      const part = chunk.subarray(start, end < 0 ? undefined : end);
      size += part.length;
      if (size > maxBytes) {
        throw new KubernetesError({
          reason: 'broken',
          message: `A line of the stream is longer than ${maxBytes} bytes`,
        });
      }
      parts.push(part);
      if (end < 0) {
        break;
      }
      const line = Buffer.concat(parts).toString('utf8').trim();
      parts = [];
      size = 0;
      start = end + 1;
      if (line) {
        yield line;
      }
    }
  }
  const rest = Buffer.concat(parts).toString('utf8').trim();
  if (rest) {
    // A whole object without a line end is a server's right, half of one is not.
    yield rest;
  }
}
