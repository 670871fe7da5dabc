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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { compareHealth, isUnwell } from '../../shared/isUnwell';

/** Nodes that a person can choose to see. */
export interface NodeGroup {
  id: string;
  title: string;
  nodes: MoskViews.NodeSummary[];
}

/** Whether somebody should look at a node, or keeps it out of use on purpose. */
export function needsLook(node: MoskViews.NodeSummary): boolean {
  return (
    isUnwell(node) ||
    node.cordoned ||
    node.maintenance !== undefined ||
    node.pressures.length > 0
  );
}

/** Those that need a look first, then all, then those of each role; the worst first in each. */
export function nodeGroups(nodes: MoskViews.NodeSummary[]): NodeGroup[] {
  const sorted = [...nodes].sort(
    (one, other) =>
      compareHealth(one, other) ||
      Number(needsLook(other)) - Number(needsLook(one)) ||
      one.name.localeCompare(other.name, 'en-US', { numeric: true }),
  );
  const roles = [...new Set(nodes.flatMap(node => node.roles))].sort();
  return [
    { id: 'look', title: 'Need a look', nodes: sorted.filter(needsLook) },
    { id: 'all', title: 'All', nodes: sorted },
    ...roles.map(role => ({
      id: `role/${role}`,
      title: role,
      nodes: sorted.filter(node => node.roles.includes(role)),
    })),
  ];
}

/** `7 of 9 ready, 1 cordoned, 1 in maintenance`. */
export function nodeWords(nodes: MoskViews.NodeSummary[]): string {
  const count = (what: (node: MoskViews.NodeSummary) => boolean) =>
    nodes.filter(what).length;
  const cordoned = count(node => node.cordoned);
  const maintained = count(node => node.maintenance !== undefined);
  return [
    `${count(node => !isUnwell(node))} of ${nodes.length} ready`,
    cordoned && `${cordoned} cordoned`,
    maintained && `${maintained} in maintenance`,
  ]
    .filter(Boolean)
    .join(', ');
}
