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
  CloudHealth,
  CloudSnapshot,
  node,
  ProjectedNode,
  worstHealth,
} from '@mosk-portal/plugin-mosk-common';
import { NodeView } from './types';

/** MOSK places its workloads by labels of this value, such as `openstack-compute-node: enabled`. */
const placed = 'enabled';

/** Nodes by what is said of them where the health of their cluster is read. */
export function readNodes(
  snapshot: CloudSnapshot,
  { components }: CloudHealth,
): NodeView[] {
  const all = components.flatMap(component => component.reasons);
  return snapshot.objects(node).map(one => {
    const { name } = one.metadata;
    const reasons = all.filter(
      ({ code, object }) =>
        code !== 'PartNotHealthy' &&
        object?.kind === 'Node' &&
        object.name === name,
    );
    const state = worstHealth(reasons.map(reason => reason.state));
    const seenNow = snapshot.connection.state === 'live';
    return {
      name,
      state: state === 'healthy' && !seenNow ? 'unknown' : state,
      reasons,
      ...factsOf(one),
    };
  });
}

function factsOf(
  one: ProjectedNode,
): Omit<NodeView, 'name' | 'state' | 'reasons'> {
  const { conditions, maintenance, kubeletVersion, metadata } = one;
  const labels = Object.entries(metadata.labels ?? {});
  return {
    roles: [
      ...one.roles,
      ...labels
        .filter(([, value]) => value === placed)
        .map(([label]) => label)
        .sort(),
    ],
    cordoned: one.unschedulable,
    maintenance,
    pressures: conditions
      .filter(
        ({ type, status }) => type.endsWith('Pressure') && status === 'True',
      )
      .map(({ type }) => type),
    readySince: conditions.find(({ type }) => type === 'Ready')
      ?.lastTransitionAt,
    kubeletVersion,
  };
}
