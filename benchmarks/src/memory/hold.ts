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

import { text } from 'node:stream/consumers';
import { pause, until } from '../until';
import { holdInInformer } from './holdInInformer';
import { holdInInventory } from './holdInInventory';
import { HoldAnswer, HoldRequest } from './types';

const holders = { inventory: holdInInventory, informer: holdInInformer };
const COLLECTIONS = 5;

/** Run as a process of its own, with `--expose-gc`: reads a request, prints an answer, ends. */
async function main(): Promise<void> {
  const request: HoldRequest = JSON.parse(await text(process.stdin));
  const holder = await holders[request.holder](request);
  await until(() => holder.count() >= request.objects || undefined, {
    what: `${request.holder} holds ${request.objects} objects`,
    everyMs: 100,
  });
  // Finalizers and closed streams free memory only some turns later.
  for (let round = 0; round < COLLECTIONS; round++) {
    await pause(300);
    globalThis.gc?.();
  }
  const answer: HoldAnswer = {
    objects: holder.count(),
    heapBytes: process.memoryUsage().heapUsed,
  };
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
