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
export type RunMemory = {
  generation: number;
  run: number;
  cause: RolloutCause;
  /** `openstack_version` of the spec. */
  version?: string;
  /** The status as it was when this generation was seen first: it is about an older spec. */
  baseline: { state?: string; timestamp?: string; fingerprint?: string };
  /** Time of the status that was seen last. */
  timestamp?: string;
  /** Time of the latest write with which the operator began to work in this run. */
  startedAt?: string;
  /** The operator is through with this run, well or not. */
  ended?: boolean;
  /** The run was done once: what workloads do later is health, not rollout. */
  done?: boolean;
  /** Since when the spec counts as handled although the operator never said how it ended. */
  handledSince?: string;
  /** Highest fraction so far. */
  peak?: number;
  /** Services with a row, seen in this run. */
  rows: string[];
  removing: string[];
  /** Count of ready applications, and when it changed last. */
  health?: string;
  healthMovedAt?: string;
};

export function readMemory(
  memory: JsonObject | undefined,
): RunMemory | undefined {
  return memory && typeof memory.generation === 'number'
    ? (memory as unknown as RunMemory)
    : undefined;
}

/** JSON has no undefined, and a memory that was stored must equal one that was not. */
export function writeMemory(memory: RunMemory): JsonObject {
  return JSON.parse(JSON.stringify(memory)) as JsonObject;
}
