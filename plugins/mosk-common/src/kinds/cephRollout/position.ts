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

import { Facts } from './facts';
import { CephMemory } from './memory';
import { isFoundRight, isSuccess, readRound } from './readMessage';

/**
 * Where the operator is with the spec.
 *
 * - `waiting`: it has not checked this generation yet
 * - `refused`: it stumbles before it can check anything
 * - `invalid`: it checked the spec and found it wrong
 * - `failed`: the spec is right, but the cluster cannot be set up
 * - `starting`: checked, and not applied yet
 * - `confirming`: all looks applied, but that may be of the generation before
 */
export type Position =
  | 'waiting'
  | 'refused'
  | 'invalid'
  | 'failed'
  | 'on-hold'
  | 'maintenance'
  | 'starting'
  | 'applying'
  | 'failing'
  | 'confirming'
  | 'applied'
  | 'unknown';

const beforeValidation =
  /^(incorrect number of|failed to ensure deprecated fields|failed to expand node list)/;

export function markOf({ object }: Facts): string {
  const { phase = '', message = '' } = object.status;
  return `${phase}: ${message}`;
}

/** Reads the position, and notes in the memory what it takes to read it again. */
export function positionOf(facts: Facts, memory: CephMemory): Position {
  const { phase, message, validation } = facts.object.status;
  if (markOf(facts) !== memory.baseline) {
    memory.moved = true;
  }
  if (phase === 'OnHold') {
    return 'on-hold';
  }
  if (phase === 'Maintenance') {
    return 'maintenance';
  }
  const checked = isChecked(facts, memory);
  if (checked === 'no') {
    return phase === 'Failed' && beforeValidation.test(message ?? '')
      ? 'refused'
      : 'waiting';
  }
  if (checked === 'unknown') {
    return 'unknown';
  }
  noteCheck(facts, memory);
  if (validation?.result === 'Failed') {
    return 'invalid';
  }
  switch (phase) {
    case 'Failed':
      // Of a spec that was wrong before: the operator has checked the mended one and begins with it in a second.
      return isFoundRight(message) ? 'starting' : 'failed';
    case undefined:
    case 'Creating':
      return 'starting';
    case 'Deploying':
      return positionInDeploying(memory, message);
    case 'Validation':
      return memory.outcome === 'done' ? 'applied' : 'starting';
    case 'Ready':
      return positionInReady(facts, memory, message);
    default:
      return 'unknown';
  }
}

/** Whether what the status says is about the spec of now. */
function isChecked(
  { object }: Facts,
  memory: CephMemory,
): 'yes' | 'no' | 'unknown' {
  const { validation } = object.status;
  const { generation } = object.metadata;
  if (!validation?.result) {
    return 'no';
  }
  if (validation.generation !== undefined) {
    return validation.generation === generation ? 'yes' : 'no';
  }
  // An operator that does not tell the generation: that of a first spec is sure, and so is one that has begun to move.
  return generation === 1 || memory.moved || memory.checkedAt
    ? 'yes'
    : 'unknown';
}

function noteCheck(facts: Facts, memory: CephMemory): void {
  if (memory.checkedAt) {
    return;
  }
  const { author, metadata } = facts.object;
  const written = Date.parse(author.at ?? metadata.createdAt ?? '');
  memory.checkedAt = new Date(
    memory.unwatched && written < facts.readAt ? written : facts.readAt,
  ).toISOString();
  // What moved before the check was about the generation before.
  memory.baseline = markOf(facts);
  memory.moved = undefined;
}

function positionInDeploying(
  memory: CephMemory,
  message: string | undefined,
): Position {
  const { changed, failed } = readRound(message);
  if (memory.outcome === 'done' && changed.length === 0) {
    // The spec was applied once: what does not stay well later is health, not rollout.
    return 'applied';
  }
  return failed.length > 0 ? 'failing' : 'applying';
}

/**
 * Between the check of a new spec and the first step of applying it, the phase is still that of the spec before,
 * and in old operators the message too. It lasts a second, so what holds for longer is the truth.
 */
function positionInReady(
  facts: Facts,
  memory: CephMemory,
  message: string | undefined,
): Position {
  if (memory.outcome === 'done') {
    return 'applied';
  }
  if (!isSuccess(message)) {
    return 'starting';
  }
  return memory.moved || facts.readAt >= confirmedAt(facts, memory)
    ? 'applied'
    : 'confirming';
}

/** When what looks applied is applied. */
export function confirmedAt(
  { settle }: Pick<Facts, 'settle'>,
  { checkedAt }: CephMemory,
): number {
  return Date.parse(checkedAt ?? '') + settle;
}
