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

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { holdProgram } from '../paths';
import { HoldAnswer, HoldRequest } from './types';

/** Lets a process of its own hold the objects, and tells what it weighs. */
export async function measureHolder(request: HoldRequest): Promise<HoldAnswer> {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      holdProgram,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  child.stdin.end(JSON.stringify(request));
  const answer = await text(child.stdout);
  if (!answer) {
    throw new Error(
      `The process that holds ${request.objects} objects in the ${request.holder} ended without an answer; its own words are above`,
    );
  }
  return JSON.parse(answer);
}
