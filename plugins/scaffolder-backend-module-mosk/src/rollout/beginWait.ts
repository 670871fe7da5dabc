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

import { ActionContext } from '@backstage/plugin-scaffolder-node';

/** One wait of a task, which a restart of the backend does not end. */
export interface Wait {
  until: Date;
  /** Remembers that it is over, so that a Retry begins a new one. */
  end(state: string): Promise<void>;
}

const notEnded = new Error('This wait is not over');

/**
 * Begins a wait, or takes up again the one that a restart of the backend interrupted. Checkpoints are all that a task
 * remembers, and they outlive its end: what began with the same credentials and did not end is the same wait, to the
 * same moment. A Retry comes after an end, or with new credentials, and waits anew.
 */
export async function beginWait(options: {
  checkpoint: ActionContext<{}>['checkpoint'];
  key: string;
  timeout: number;
  expiresAt: Date | undefined;
  /** Called when a new wait begins; throws when it must not. */
  allow(): Promise<void>;
}): Promise<Wait> {
  const { checkpoint, timeout, expiresAt, allow } = options;
  const credentials = expiresAt ? expiresAt.getTime() : 'lasting';
  for (let turn = 1; ; turn++) {
    const key = `${options.key}.${credentials}.${turn}`;
    const endKey = `${key}.ended`;
    let isNew = false;
    const until = await checkpoint({
      key,
      fn: async () => {
        isNew = true;
        await allow();
        return new Date(Date.now() + timeout).toISOString();
      },
    });
    if (isNew || !(await hasEnded(checkpoint, endKey))) {
      return {
        until: new Date(until),
        async end(state) {
          await checkpoint({ key: endKey, fn: async () => state });
        },
      };
    }
  }
}

/** A checkpoint cannot be looked at; one that fails leaves nothing behind that counts. */
async function hasEnded(
  checkpoint: ActionContext<{}>['checkpoint'],
  key: string,
): Promise<boolean> {
  try {
    await checkpoint({
      key,
      fn: async () => {
        throw notEnded;
      },
    });
    return true;
  } catch (error) {
    if (error === notEnded) {
      return false;
    }
    throw error;
  }
}
