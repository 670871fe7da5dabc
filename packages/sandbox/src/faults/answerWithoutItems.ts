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

import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

/** Passes the answer to a list on without what it lists; a watch can go on from it. */
export async function answerWithoutItems(
  answered: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { metadata, ...list } = (await json(answered)) as {
    metadata: { resourceVersion: string };
  };
  const { resourceVersion } = metadata;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ ...list, metadata: { resourceVersion }, items: [] }),
  );
}
