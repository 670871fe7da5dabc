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

import { KubernetesObject } from '../../simulation/context';
import { WantedNode } from '../types';

/** The nodes that a spec asks for, each by its name: groups and labels are resolved among the nodes of the cluster. */
export function expandNodes(
  items: readonly any[],
  nodes: readonly KubernetesObject[],
): WantedNode[] {
  return items.flatMap(item =>
    namesOf(item, nodes).map(name => readNode(item, name)),
  );
}

function namesOf(item: any, nodes: readonly KubernetesObject[]): string[] {
  if (item.nodeGroup?.length) {
    return item.nodeGroup;
  }
  if (item.nodesByLabel) {
    const [label, value] = String(item.nodesByLabel).split('=');
    return nodes
      .filter(({ metadata }) =>
        value === undefined
          ? label in (metadata.labels ?? {})
          : metadata.labels?.[label] === value,
      )
      .map(({ metadata }) => metadata.name);
  }
  return [String(item.name)];
}

function readNode(item: any, name: string): WantedNode {
  return {
    name,
    roles: item.roles ?? [],
    monitorIp: item.monitorIP,
    usesAllDevices: item.useAllDevices === true,
    devices: (item.devices ?? []).map((device: any) => ({
      path: device.fullpath ?? device.name,
      deviceClass: device.config?.deviceClass ?? item.config?.deviceClass,
      osds: Math.max(1, Number(device.config?.osdsPerDevice ?? 1) || 1),
    })),
  };
}
