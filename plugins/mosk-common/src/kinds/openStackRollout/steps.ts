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

import { servicesOf } from '../../openstack/presets';
import {
  findOpenStackService,
  openStackUpgradeOrder,
} from '../../openstack/services';
import { StepObservation, StepState } from '../../rollout/types';
import { isWorkloadReady } from '../isWorkloadReady';
import type { ProjectedOpenStackDeployment } from '../OpenStackDeployment';
import { OpenStackServiceRow } from '../OpenStackDeploymentStatus';
import { ProjectedWorkload } from '../workload';
import { Facts, healthKeyOf, isEveryServiceApplied, isSettled } from './facts';
import { RunMemory } from './memory';
import { Position } from './position';

/** What others stand on comes first, then the order of a version upgrade. */
const order = [
  'database',
  'messaging',
  'memcached',
  'coordination',
  'redis',
  ...openStackUpgradeOrder,
];

export function compareServices(a: string, b: string): number {
  const rank = (key: string) =>
    order.includes(key) ? order.indexOf(key) : order.length;
  return rank(a) - rank(b) || a.localeCompare(b);
}

/** Services that the spec asks for. */
export function wantedServices({
  spec,
}: ProjectedOpenStackDeployment): string[] {
  const { preset, openstack_version: version, features } = spec;
  const extra =
    typeof features === 'object' && features && 'services' in features
      ? features.services
      : [];
  return servicesOf(
    typeof preset === 'string' ? preset : undefined,
    typeof version === 'string' ? version : undefined,
    (Array.isArray(extra) ? extra : []).map(String),
  );
}

/** One step for each service of the run. */
export function readSteps(
  facts: Facts,
  position: Position,
  memory: RunMemory,
  watched: boolean,
): StepObservation[] {
  const rows = facts.status?.services ?? {};
  const begun = position !== 'waiting' && position !== 'busy';
  if (begun) {
    memory.removing = Object.keys(rows)
      .filter(key => rows[key].state === 'DELETING')
      .concat(memory.removing.filter(key => !rows[key]));
    memory.rows = [...new Set([...memory.rows, ...Object.keys(rows)])];
  }
  const applied =
    position === 'finished' &&
    facts.status !== undefined &&
    isEveryServiceApplied(facts.status);
  const keys = new Set([
    ...Object.keys(rows),
    ...memory.removing,
    ...wantedServices(facts.object).filter(key =>
      findOpenStackService(key)?.withoutStatusRow
        ? facts.workloads.has(key)
        : (memory.cause === 'create' && !applied) || !begun,
    ),
  ]);
  return [...keys].sort(compareServices).map(key => {
    const step = begun
      ? readStep(key, rows[key], facts, { position, memory, applied })
      : { state: 'waiting' as const };
    // When a step that nobody watched was done, only its last row tells.
    const since =
      step.state === 'done' && !watched ? rows[key]?.timestamp : undefined;
    return {
      id: key,
      title: findOpenStackService(key)?.title ?? key,
      since,
      ...step,
      componentId: `openstack-service/${key}`,
    };
  });
}

function readStep(
  key: string,
  row: OpenStackServiceRow | undefined,
  facts: Facts,
  {
    position,
    memory,
    applied,
  }: { position: Position; memory: RunMemory; applied: boolean },
): { state: StepState; since?: string; detail?: string } {
  if (!row) {
    return memory.removing.includes(key)
      ? { state: 'removed' }
      : readStepWithoutRow(key, facts, applied);
  }
  switch (row.state) {
    case 'WAITING':
      return { state: 'waiting', detail: 'Its turn has not come' };
    case 'DELETING':
      return { state: 'removing', since: row.timestamp };
    case 'APPLYING':
      return isFailure(facts, position)
        ? {
            state: 'failed',
            detail:
              'Left unfinished when the OpenStack Operator gave up: the reason is in the log of its container osdpl',
          }
        : { state: 'running', since: row.timestamp };
    case 'APPLIED':
      return isOfThisRun(row, facts, memory)
        ? readAppliedStep(key, row, facts)
        : { state: 'waiting' };
    default:
      return { state: 'unknown', detail: `Its state is "${row.state}"` };
  }
}

export function isFailure(facts: Facts, position: Position): boolean {
  return (
    position === 'gave-up' ||
    (position === 'finished' && facts.status?.state === 'FAILED')
  );
}

/** Also true without a start to compare with: then the fingerprint alone tells. */
export function isOfThisRun(
  row: OpenStackServiceRow,
  { status }: Facts,
  memory: RunMemory,
): boolean {
  const sameSpec =
    row.fingerprint === status?.fingerprint &&
    row.controllerVersion === status?.controllerVersion;
  const before =
    memory.startedAt !== undefined &&
    row.timestamp !== undefined &&
    Date.parse(row.timestamp) < Date.parse(memory.startedAt);
  return sameSpec && !before;
}

function readAppliedStep(key: string, row: OpenStackServiceRow, facts: Facts) {
  const unready = unreadyOf(key, facts);
  if (unready.length > 0) {
    return {
      state: 'settling' as const,
      since: row.timestamp,
      detail: `Not ready: ${unready.join(', ')}`,
    };
  }
  return isSettled(row.timestamp, facts)
    ? { state: 'done' as const }
    : {
        state: 'settling' as const,
        since: row.timestamp,
        detail: 'Its health was not read again since it was applied',
      };
}

/** Names of what is not ready in a service: `application/component`. */
export function unreadyOf(key: string, facts: Facts): string[] {
  const workloads = facts.workloads.get(key) ?? [];
  const byHealthKey = new Map<string, ProjectedWorkload>(
    workloads.map(workload => [healthKeyOf(workload), workload]),
  );
  const names = new Set<string>();
  for (const application of findOpenStackService(key)?.applications ?? []) {
    const components = facts.status?.applications[application] ?? {};
    for (const [component, health] of Object.entries(components)) {
      const name = `${application}/${component}`;
      const generation = byHealthKey.get(name)?.metadata.generation ?? 0;
      const outdated = (health.generation ?? generation) < generation;
      byHealthKey.delete(name);
      if (!health.ready || outdated) {
        names.add(name);
      }
    }
  }
  for (const [name, workload] of byHealthKey) {
    if (!isWorkloadReady(workload)) {
      names.add(name);
    }
  }
  return [...names];
}

/** The operator keeps no row for some services: their workloads tell. */
function readStepWithoutRow(key: string, facts: Facts, applied: boolean) {
  if (!findOpenStackService(key)?.withoutStatusRow) {
    return { state: 'waiting' as const };
  }
  const workloads = facts.workloads.get(key) ?? [];
  const ready = workloads.every(isWorkloadReady);
  const stateApplied = ready ? ('done' as const) : ('settling' as const);
  // As long as they are well nothing tells that the operator is at them, so they are not what it is slow with.
  const stateBefore = ready ? ('waiting' as const) : ('running' as const);
  return {
    state: applied ? stateApplied : stateBefore,
    detail: 'Read from its workloads: the operator keeps no row for it',
  };
}
