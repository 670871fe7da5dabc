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

import { KubernetesObject } from '../simulation/context';
import { NodePool } from './types';

const poolLabels: Record<Exclude<NodePool, 'all'>, string> = {
  control: 'openstack-control-plane',
  compute: 'openstack-compute-node',
  gateway: 'openstack-gateway',
};

/** Names of the nodes of a pool; a cluster that labels no node for it lends all. */
export function podNodes(
  nodes: readonly KubernetesObject[],
  pool: NodePool | readonly string[],
): string[] {
  const all = nodes.map(node => node.metadata.name).sort();
  if (typeof pool !== 'string') return all.filter(name => pool.includes(name));
  if (pool === 'all') return all;
  const labelled = nodes
    .filter(node => node.metadata.labels?.[poolLabels[pool]] === 'enabled')
    .map(node => node.metadata.name)
    .sort();
  return labelled.length ? labelled : all;
}
