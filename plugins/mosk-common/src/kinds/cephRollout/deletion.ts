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

import { Observation, StepObservation } from '../../rollout/types';
import { objectOf } from '../values';
import { Facts } from './facts';
import { CephMemory, writeMemory } from './memory';
import { markOf } from './position';
import { longNameOf, referenceTo } from './waitingFor';

const finalizer = 'cephdeployment.lcm.mirantis.com/finalizer';

/** What Rook keeps of a cluster is removed part by part, the cluster itself last. */
export function observeDeletion(
  facts: Facts,
  previous: CephMemory | undefined,
): Observation {
  const { object, operatorTitle } = facts;
  const generation = object.metadata.generation ?? 0;
  const left = [
    ...facts.stores,
    ...facts.pools,
    ...facts.filesystems,
    ...(facts.cluster ? [facts.cluster] : []),
  ];
  const leftIds = left.map(idOf);
  const earlier = previous?.parts ?? [];
  const memory: CephMemory = {
    generation,
    specGeneration: generation,
    run: 1,
    cause: 'delete',
    baseline: previous?.baseline ?? markOf(facts),
    mark: '',
    markedAt: previous?.markedAt ?? new Date(facts.readAt).toISOString(),
    reached: 0,
    named: [],
    parts: [...earlier, ...leftIds.filter(id => !earlier.includes(id))],
  };
  const [first] = left;
  const name = longNameOf(object);
  const kept = objectOf(object.spec.extraOpts).preventClusterDestroy === true;
  const failing = /failing to remove|failed to/.test(
    object.status.message ?? '',
  );
  const sentence = kept
    ? `Waiting for spec.extraOpts.preventClusterDestroy of ${name} to be taken away: until then nothing of it is deleted`
    : `Waiting for ${operatorTitle} to ${
        first
          ? `remove ${longNameOf(first)}`
          : `${
              object.kind === 'CephDeployment'
                ? `release finalizer ${finalizer}`
                : 'release the finalizer'
            } of ${name}`
      }`;
  const working = failing ? 'retrying' : 'progressing';
  return {
    phase: kept ? 'paused' : working,
    generation,
    run: 1,
    cause: 'delete',
    message: failing && !kept ? object.status.message : undefined,
    waitingFor: {
      sentence,
      object: referenceTo(!kept && first ? first : object),
      componentId: 'operator/ceph',
    },
    progress: progressOf(memory.parts!.length, left.length),
    steps: stepsOf(memory, id => {
      if (!leftIds.includes(id)) {
        return 'removed';
      }
      return !kept && first && idOf(first) === id ? 'removing' : 'waiting';
    }),
    memory: writeMemory(memory),
  };
}

/** All that is left is what was remembered. */
export function observeGone(previous: CephMemory | undefined): Observation {
  const memory: CephMemory = previous ?? {
    generation: 0,
    specGeneration: 0,
    run: 1,
    cause: 'delete',
    baseline: '',
    mark: '',
    markedAt: '',
    reached: 0,
    named: [],
  };
  return {
    phase: 'gone',
    generation: memory.generation,
    run: memory.run,
    cause: 'delete',
    progress: {
      ...progressOf(memory.parts?.length ?? 0, 0),
      fraction: 1,
    },
    steps: stepsOf(memory, () => 'removed'),
    memory: writeMemory(memory),
  };
}

function idOf({
  kind,
  metadata,
}: {
  kind: string;
  metadata: { name: string };
}): string {
  return `${kind}/${metadata.name}`;
}

function stepsOf(
  { parts = [] }: CephMemory,
  stateOf: (id: string) => StepObservation['state'],
): StepObservation[] {
  return parts.map(id => ({
    id: `remove/${id}`,
    title: id.replace('/', ' '),
    state: stateOf(id),
  }));
}

function progressOf(total: number, left: number) {
  return total === 0
    ? { parts: [] }
    : {
        fraction: (total - left) / total,
        parts: [{ label: 'Parts removed', done: total - left, total }],
      };
}
