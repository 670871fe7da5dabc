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
export type CephMemory = {
  /** Of the change that somebody asked for. */
  generation: number;
  /** Of the object: the operator moves outdated fields itself, which is a generation without anybody's change. */
  specGeneration: number;
  run: number;
  cause: RolloutCause;
  /** How this run ended: the operator verifies a healthy cluster each minute, and that is no new run. */
  outcome?: 'done' | 'failed';
  /** Phase and message when this generation, and then its check, was seen first: they may be about the one before. */
  baseline: string;
  /** Nobody looked when this generation came. */
  unwatched?: boolean;
  /** Since when the operator is known to have checked this generation. */
  checkedAt?: string;
  /** The phase or message differed once from the baseline. */
  moved?: boolean;
  /** What a movement is told by, and when it last changed. */
  mark: string;
  markedAt: string;
  /** Parts that are failing to be applied, and since when just these. */
  failing?: string;
  failingSince?: string;
  /** Daemons ready of wanted: while they change, what fails is on its way. */
  daemons?: string;
  /** Parts of the apply order that were reached. */
  reached: number;
  /** Parts that were named at least once in this run. */
  named: string[];
  /** Version that the spec asks for, and those that ran when the run began. */
  wantedVersion?: string;
  version?: string;
  /** Objects of Rook that a deletion has to remove. */
  parts?: string[];
};

export function readMemory(
  memory: JsonObject | undefined,
): CephMemory | undefined {
  return memory && typeof memory.specGeneration === 'number'
    ? (memory as unknown as CephMemory)
    : undefined;
}

/** JSON has no undefined, and a memory that was stored must equal one that was not. */
export function writeMemory(memory: CephMemory): JsonObject {
  return JSON.parse(JSON.stringify(memory)) as JsonObject;
}
