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

import { MoskCloud } from '../types';

/** Waits for a condition on a cloud's snapshot; rejects with what is there when it never comes. */
export async function until(
  cloud: MoskCloud,
  holds: (snapshot: ReturnType<MoskCloud['snapshot']>) => boolean,
  what: string,
): Promise<void> {
  if (holds(cloud.snapshot())) {
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      const { connection, complete, missing, discovered } = cloud.snapshot();
      reject(
        new Error(
          `Never: ${what}. ${JSON.stringify({
            connection,
            complete,
            missing,
            discovered,
          })}`,
        ),
      );
    }, 30_000);
    const stop = cloud.subscribe(({ snapshot }) => {
      if (holds(snapshot)) {
        clearTimeout(timer);
        stop();
        resolve();
      }
    });
  });
}
