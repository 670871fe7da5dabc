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

import { JsonObject } from '@backstage/types';
import { RolloutCause } from '../../rollout/types';

/**
 * What the reader wants back next time. A type, not an interface, so that it is JSON.
 */
export type HelmMemory = {
  generation: number;
  run: number;
  cause: RolloutCause;
  /** How this run ended. */
  outcome?: 'done' | 'failed';
  /** What was said of each release when this generation was seen first: it may be about the one before. */
  baseline: Record<string, string>;
  /** Versions of the charts that were asked for, by release. */
  versions: Record<string, string>;
  /** Releases that failed and did not come up since, with since when. */
  failing: Record<string, string>;
  /** Releases that were dropped from the spec and are being uninstalled, or were. */
  removed: string[];
  /** What a movement is told by, and when it last changed. */
  mark: string;
  markedAt: string;
};

export function readMemory(
  memory: JsonObject | undefined,
): HelmMemory | undefined {
  return memory && typeof memory.generation === 'number' && memory.baseline
    ? (memory as unknown as HelmMemory)
    : undefined;
}

/** JSON has no undefined, and a memory that was stored must equal one that was not. */
export function writeMemory(memory: HelmMemory): JsonObject {
  return JSON.parse(JSON.stringify(memory)) as JsonObject;
}
