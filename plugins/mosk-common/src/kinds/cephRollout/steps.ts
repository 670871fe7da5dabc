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

import { CephDaemonCount } from '../../ceph/countDaemons';
import { StepObservation, StepState } from '../../rollout/types';
import { CephPart, partsOf } from './applyOrder';
import { Facts } from './facts';
import { CephMemory } from './memory';
import { Position } from './position';
import { RoundReport, readRound } from './readMessage';

/** Notes how far the operator came in its last round. */
export function noteRound(
  facts: Facts,
  position: Position,
  memory: CephMemory,
): void {
  if (position !== 'applying' && position !== 'failing') {
    return;
  }
  const { changed, failed } = readRound(facts.object.status.message);
  const busy = [...changed, ...failed];
  memory.named = [...new Set([...memory.named, ...busy])];
  const parts = partsOf(facts.object.spec, memory.named);
  const last = parts.reduce(
    (reached, { name }, index) => (busy.includes(name) ? index : reached),
    -1,
  );
  memory.reached = Math.max(memory.reached, last + 1);
}

/** The parts that the operator applies, then the daemons that Rook starts. */
export function readSteps(
  facts: Facts,
  position: Position,
  memory: CephMemory,
): StepObservation[] {
  const clusterId =
    facts.cluster && `ceph-cluster/${facts.cluster.metadata.name}`;
  const round = readRound(facts.object.status.message);
  const parts = partsOf(facts.object.spec, memory.named);
  return [
    ...parts.map((part, index) => ({
      id: `apply/${part.name.toLocaleLowerCase('en-US').replace(/\W+/g, '-')}`,
      title: part.title,
      ...readPart(part, index, { facts, position, memory, round }),
      componentId: part.name === 'cephcsi' ? 'ceph-csi' : clusterId,
    })),
    ...facts.daemons.map(count => ({
      id: `daemons/${count.daemon}`,
      title: count.title,
      ...readDaemons(count, position),
      componentId: clusterId,
    })),
  ];
}

/** How many parts are through. */
export function countApplied(steps: readonly StepObservation[]): {
  done: number;
  total: number;
} {
  const parts = steps.filter(({ id }) => id.startsWith('apply/'));
  return {
    done: parts.filter(({ state }) => state === 'done').length,
    total: parts.length,
  };
}

function readPart(
  { name }: CephPart,
  index: number,
  {
    facts,
    position,
    memory,
    round,
  }: {
    facts: Facts;
    position: Position;
    memory: CephMemory;
    round: RoundReport;
  },
): { state: StepState; detail?: string } {
  if (position === 'applied') {
    return { state: 'done' };
  }
  const atWork = position === 'applying' || position === 'failing';
  if (atWork && round.failed.includes(name)) {
    return {
      state: memory.outcome === 'failed' ? 'failed' : 'running',
      detail: `${capital(
        facts.operatorTitle,
      )} could not apply it and tries again each minute`,
    };
  }
  if (atWork && round.changed.includes(name)) {
    return { state: 'running' };
  }
  return { state: index < memory.reached ? 'done' : 'waiting' };
}

function readDaemons(
  { ready, wanted, workloads }: CephDaemonCount,
  position: Position,
): { state: StepState; detail?: string } {
  const detail = `${ready} of ${wanted} ready`;
  if (ready >= wanted) {
    return { state: 'done', detail };
  }
  if (position === 'applied') {
    return { state: 'settling', detail };
  }
  return { state: workloads.length > 0 ? 'running' : 'waiting', detail };
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}
