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

import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** Tuning of an inventory; all in milliseconds. */
export interface InventoryOptions {
  /** A stream that brings neither event nor bookmark for this long is cut. */
  watchdog: number;
  /** Everything is listed again after about this long, as a safety net. */
  relist: number;
  /** How long to wait for an answer. */
  requestTimeout: number;
  /** How often to look for new kinds where definitions cannot be watched. */
  discovery: number;
  backoff: { initial: number; max: number };
  /** After trouble a stream must hold this long to count as well again. */
  steady: number;
}

const seconds = 1000;
const minutes = 60 * seconds;

/** Reads `mosk.inventory`. */
export function readInventoryOptions(root: Config): InventoryOptions {
  const read = (key: string, fallback: number) =>
    root.has(`mosk.inventory.${key}`)
      ? durationToMilliseconds(
          readDurationFromConfig(root, { key: `mosk.inventory.${key}` }),
        )
      : fallback;
  return {
    // The API server sends a bookmark every minute, the first one after two.
    watchdog: read('watchdog', 3 * minutes),
    relist: read('relist', 6 * 60 * minutes),
    requestTimeout: read('requestTimeout', 30 * seconds),
    discovery: read('discovery', minutes),
    backoff: {
      initial: read('backoff.initial', seconds),
      max: read('backoff.max', minutes),
    },
    steady: read('steady', 2 * seconds),
  };
}
