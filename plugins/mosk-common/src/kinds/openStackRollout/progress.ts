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

import { findOpenStackService } from '../../openstack/services';
import { RolloutProgress } from '../../rollout/types';
import { Facts, isEveryServiceApplied } from './facts';
import { RunMemory } from './memory';
import { Position } from './position';
import { isOfThisRun, wantedServices } from './steps';

/**
 * Two halves: services applied, then applications ready. The second counts only when the
 * first is full: it leaves out what is not installed yet, and is nearly full all through an upgrade.
 */
export function readProgress(
  facts: Facts,
  position: Position,
  memory: RunMemory,
  done: boolean,
): RolloutProgress {
  if (!facts.status || position === 'waiting' || position === 'busy') {
    return { fraction: 0, parts: [] };
  }
  const applied = countApplied(facts, memory);
  const { health } = facts.status;
  const through =
    position === 'finished' && isEveryServiceApplied(facts.status);
  const fraction = done
    ? 1
    : shareOf(applied) / 2 + (through ? shareOf(health) / 2 : 0);
  const fell = fraction < (memory.peak ?? 0);
  memory.peak = Math.max(memory.peak ?? 0, fraction);
  return {
    fraction,
    parts: [
      { label: 'Services applied', ...applied },
      ...(health ? [{ label: 'Applications ready', ...health }] : []),
    ],
    note: fell ? noteOf(memory, through) : undefined,
  };
}

function shareOf(count: { done: number; total: number } | undefined): number {
  return count && count.total > 0 ? count.done / count.total : 0;
}

/** As the operator counts, but not what an earlier run of the same spec has left. */
function countApplied(facts: Facts, memory: RunMemory) {
  const rows = Object.values(facts.status?.services ?? {});
  const told = facts.status?.lcmProgress;
  const counted = {
    done: rows.filter(
      row => row.state === 'APPLIED' && isOfThisRun(row, facts, memory),
    ).length,
    total: rows.length,
  };
  const { done, total } = told && told.total !== rows.length ? told : counted;
  // The first install adds rows one by one.
  const expected =
    memory.cause === 'create' && facts.status?.state === 'APPLYING'
      ? wantedServices(facts.object).filter(
          key => !findOpenStackService(key)?.withoutStatusRow,
        ).length
      : 0;
  return { done, total: Math.max(total, expected) };
}

function noteOf(memory: RunMemory, through: boolean): string {
  if (through) {
    return 'The number fell because workloads that were ready are not ready any more';
  }
  return memory.cause === 'upgrade'
    ? 'The number fell because the OpenStack Operator applies every service once more at the end of an upgrade'
    : 'The number fell because the OpenStack Operator began to apply the services again';
}
