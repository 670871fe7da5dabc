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

import { Observation, StepState } from '../../rollout/types';
import { Facts } from './facts';
import { HelmMemory, writeMemory } from './memory';
import { helmOperatorIdOf } from './operators';
import { longNameOf, referenceTo } from './waitingFor';

/** A bundle goes when each of its releases was uninstalled. */
export function observeDeletion(
  { object, readAt, operator }: Facts,
  previous: HelmMemory | undefined,
): Observation {
  const generation = object.metadata.generation ?? 0;
  const left = Object.keys(object.status.releases);
  const earlier = previous?.removed ?? [];
  const planned = object.releases.map(({ name }) => name);
  const memory: HelmMemory = {
    generation,
    run: 1,
    cause: 'delete',
    baseline: previous?.baseline ?? {},
    versions: previous?.versions ?? {},
    failing: {},
    removed: [...new Set([...earlier, ...planned, ...left])].sort(),
    mark: '',
    markedAt: previous?.markedAt ?? new Date(readAt).toISOString(),
  };
  const name = longNameOf(object);
  const [first] = left;
  return {
    phase: 'progressing',
    generation,
    run: 1,
    cause: 'delete',
    waitingFor: {
      sentence: first
        ? `Waiting for the HelmBundle Operator to uninstall Helm release ${first} of ${name}`
        : `Waiting for the HelmBundle Operator to release the finalizer of ${name}`,
      object: referenceTo(object),
      componentId: helmOperatorIdOf(operator),
    },
    ...partsOf(memory, id => (left.includes(id) ? 'removing' : 'removed')),
    memory: writeMemory(memory),
  };
}

/** All that is left is what was remembered. */
export function observeGone(previous: HelmMemory | undefined): Observation {
  const memory: HelmMemory = previous ?? {
    generation: 0,
    run: 1,
    cause: 'delete',
    baseline: {},
    versions: {},
    failing: {},
    removed: [],
    mark: '',
    markedAt: '',
  };
  const { steps, progress } = partsOf(memory, () => 'removed');
  return {
    phase: 'gone',
    generation: memory.generation,
    run: memory.run,
    cause: 'delete',
    steps,
    progress: { ...progress, fraction: 1 },
    memory: writeMemory(memory),
  };
}

function partsOf(
  { removed }: HelmMemory,
  stateOf: (name: string) => StepState,
): Pick<Observation, 'steps' | 'progress'> {
  const steps = removed.map(name => ({
    id: name,
    title: name,
    state: stateOf(name),
  }));
  const done = steps.filter(({ state }) => state === 'removed').length;
  const total = steps.length;
  return {
    steps,
    progress:
      total === 0
        ? { parts: [] }
        : {
            fraction: done / total,
            parts: [{ label: 'Releases uninstalled', done, total }],
          },
  };
}
