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

import { Component } from '../topology/types';
import { countsForWhole } from './heldAgainstWhole';
import { HealthState } from './types';
import { isUnwell } from './severity';

/**
 * Ids of unwell components that a component depends on, directly or by others, those first that
 * depend on the fewest unwell ones themselves: the root causes.
 */
export function causesOf(
  id: string,
  dependencies: ReadonlyMap<string, readonly string[]>,
  states: ReadonlyMap<string, HealthState>,
): string[] {
  const causes = unwellBelow(id, dependencies, states);
  const weight = new Map(
    causes.map(cause => [
      cause,
      unwellBelow(cause, dependencies, states).length,
    ]),
  );
  return causes.sort((left, right) => weight.get(left)! - weight.get(right)!);
}

/** What a component needs: what it names, its parts, and nodes for its pods. */
export function dependenciesOf(
  components: readonly Component[],
): Map<string, readonly string[]> {
  const providers = new Map<string, string[]>();
  for (const component of components) {
    for (const api of component.providesApis) {
      providers.set(api, [...(providers.get(api) ?? []), component.id]);
    }
  }
  const cluster = components
    .filter(({ type }) => type === 'kubernetes-cluster')
    .map(({ id }) => id);
  return new Map(
    components.map(component => [
      component.id,
      [
        ...new Set([
          // It is judged by its nodes alone, and storage that stands on nodes is never why one of them fails.
          ...(component.type === 'kubernetes-cluster'
            ? []
            : component.dependsOn),
          ...components
            .filter(
              part => part.partOf === component.id && countsForWhole(part),
            )
            .map(({ id }) => id),
          ...(providers.get(component.id) ?? []),
          ...(component.workloads.length > 0 ? cluster : []),
        ]),
      ],
    ]),
  );
}

function unwellBelow(
  id: string,
  dependencies: ReadonlyMap<string, readonly string[]>,
  states: ReadonlyMap<string, HealthState>,
): string[] {
  const found = new Set<string>();
  const queue = [id];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const dependency of dependencies.get(next) ?? []) {
      // What is well stands between a cause and its effect.
      if (
        dependency !== id &&
        !found.has(dependency) &&
        isUnwell(states.get(dependency) ?? 'healthy')
      ) {
        found.add(dependency);
        queue.push(dependency);
      }
    }
  }
  return [...found];
}
