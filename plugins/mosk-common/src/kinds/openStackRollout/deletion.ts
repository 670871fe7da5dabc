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

import { Observation } from '../../rollout/types';
import { findOpenStackService } from '../../openstack/services';
import { Facts } from './facts';
import { RunMemory, writeMemory } from './memory';
import { compareServices } from './steps';
import { nameOf, referenceTo } from './waitingFor';

const finalizer = 'lcm.mirantis.com/rockoon.osdpl-finalizer';

/** Services are removed one after the other, and each row goes with its service. */
export function observeDeletion(
  facts: Facts,
  previous: RunMemory | undefined,
): Observation {
  const { object, status } = facts;
  const rows = status?.services ?? {};
  const known = new Set([...(previous?.rows ?? []), ...Object.keys(rows)]);
  const memory: RunMemory = {
    generation: object.metadata.generation ?? 0,
    run: 1,
    cause: 'delete',
    baseline: {},
    rows: [...known].sort(compareServices),
    removing: [],
  };
  const left = memory.rows.filter(key => rows[key]);
  const current = left.find(key => rows[key].state === 'DELETING');
  return {
    phase: object.handling.retrying ? 'retrying' : 'progressing',
    generation: memory.generation,
    run: 1,
    cause: 'delete',
    message: object.handling.retrying?.message,
    waitingFor: waitingFor(facts, current, left.length),
    progress: progressOf(memory.rows.length, left.length),
    steps: stepsOf(memory, key =>
      rows[key]?.state === 'DELETING'
        ? { state: 'removing', since: rows[key].timestamp }
        : { state: rows[key] ? 'waiting' : 'removed' },
    ),
    memory: writeMemory(memory),
  };
}

/** All that is left is what was remembered. */
export function observeGone(previous: RunMemory | undefined): Observation {
  const rows = previous?.rows ?? [];
  const memory: RunMemory = {
    baseline: {},
    rows,
    removing: [],
    generation: previous?.generation ?? 0,
    run: previous?.run ?? 1,
    cause: 'delete',
  };
  return {
    phase: 'gone',
    generation: memory.generation,
    run: memory.run,
    cause: 'delete',
    progress: { ...progressOf(rows.length, 0), fraction: 1 },
    steps: stepsOf(memory, () => ({ state: 'removed' })),
    memory: writeMemory(previous ?? memory),
  };
}

function stepsOf(
  memory: RunMemory,
  stateOf: (
    key: string,
  ) => Pick<Observation['steps'][number], 'state' | 'since'>,
): Observation['steps'] {
  return memory.rows.map(key => ({
    id: key,
    title: findOpenStackService(key)?.title ?? key,
    ...stateOf(key),
    componentId: `openstack-service/${key}`,
  }));
}

function progressOf(total: number, left: number) {
  return total === 0
    ? { parts: [] }
    : {
        fraction: (total - left) / total,
        parts: [{ label: 'Services removed', done: total - left, total }],
      };
}

function waitingFor(
  { object }: Facts,
  current: string | undefined,
  left: number,
) {
  const title = current && (findOpenStackService(current)?.title ?? current);
  const rest =
    left > 0
      ? `uninstall ${title ?? `${left} services`}`
      : `release finalizer ${finalizer} of OpenStackDeployment ${nameOf(
          object,
        )}`;
  return {
    sentence: `Waiting for the OpenStack Operator to ${rest}`,
    object: referenceTo(object),
    componentId: current
      ? `openstack-service/${current}`
      : 'operator/openstack',
  };
}
