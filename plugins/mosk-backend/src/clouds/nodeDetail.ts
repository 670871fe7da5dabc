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

import {
  Component,
  entityRefOf,
  MoskViews,
  ObjectReference,
} from '@mosk-portal/plugin-mosk-common';
import { PodView } from '@mosk-portal/plugin-mosk-node';
import { nodeSummary } from './cloudSummary';
import { worstFirst } from './healthOrder';
import { CloudView, NodeView } from './types';

/** These stand for the same pods as the components that they consist of, or install. */
const wholes: ReadonlyArray<Component['type']> = [
  'mosk-cloud',
  'kubernetes-cluster',
  'stacklight',
  'helm-bundle',
  'helm-release',
];

/** A node with what stands on it: what suffers first. */
export function nodeDetail(
  { cloud, topology, health }: CloudView,
  node: NodeView,
  pods: readonly PodView[],
): MoskViews.NodeDetail {
  // A pod that did its work needs its node no more.
  const standing = pods.filter(({ phase }) => phase !== 'Succeeded');
  const owned = new Map<string, PodView[]>();
  for (const pod of standing) {
    const key = keyOf(pod.owner ?? { kind: 'Pod', ...pod });
    owned.set(key, [...(owned.get(key) ?? []), pod]);
  }
  const known = new Set<PodView>();
  const components = topology.components
    .filter(({ type }) => !wholes.includes(type))
    .flatMap(component => {
      const own = component.workloads.flatMap(
        workload => owned.get(keyOf(workload)) ?? [],
      );
      own.forEach(pod => known.add(pod));
      const state =
        health.components.find(one => one.componentId === component.id)
          ?.state ?? ('unknown' as const);
      return own.length
        ? {
            id: component.id,
            title: component.title,
            entityRef: entityRefOf(cloud.name, component),
            state,
            pods: own.length,
            unreadyPods: own.filter(({ ready }) => !ready).length,
          }
        : [];
    });
  return {
    ...nodeSummary(node),
    components: components.sort(
      (one, other) =>
        other.unreadyPods - one.unreadyPods ||
        worstFirst(one.state, other.state) ||
        one.title.localeCompare(other.title),
    ),
    otherPods: standing.filter(pod => !known.has(pod)).length,
  };
}

function keyOf({ kind, namespace, name }: ObjectReference): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
