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

import { resourceIdentities } from './identities';
import { projectMetadata } from './projectMetadata';
import { KindDefinition, ProjectedObject } from './types';
import { listOf, objectOf, textOf } from './values';
import { ObjectCondition, projectConditions } from './workload';

/**
 * What is kept of a Node.
 * @public
 */
export interface ProjectedNode extends ProjectedObject {
  kind: 'Node';
  conditions: readonly ObjectCondition[];
  /** True when no new pods may be put on it. */
  unschedulable: boolean;
  /** From its labels `node-role.kubernetes.io/...`. */
  roles: readonly string[];
  /** Why it is kept free of pods on purpose, in the words of its taints. */
  maintenance?: string;
  kubeletVersion?: string;
}

const roleLabel = 'node-role.kubernetes.io/';
const shownLabels = [
  roleLabel,
  'kubernetes.io/hostname',
  'topology.kubernetes.io/',
  'openstack-',
  'openvswitch',
  'ceph-',
  'stacklight',
];
/** Taints that Kubernetes sets on a sick node by itself: no sign of maintenance. */
const conditionTaint = /^node\.kubernetes\.io\/(?!unschedulable$)/;
const maintenanceWord = /maintenance|drain|upgrade|update|lcm/i;

/** @public */
export const node: KindDefinition<ProjectedNode> = {
  identity: resourceIdentities.Node,
  sensitivePaths: [],
  project: raw => {
    const spec = objectOf(raw.spec);
    const status = objectOf(raw.status);
    const taints = listOf(spec.taints)
      .map(item => textOf(objectOf(item).key) ?? '')
      .filter(key => maintenanceWord.test(key) && !conditionTaint.test(key));
    return {
      kind: 'Node',
      metadata: projectMetadata(raw, name =>
        shownLabels.some(start => name.startsWith(start)),
      ),
      // Its kubelet reports every minute that nothing changed: that is not shown.
      conditions: projectConditions(status.conditions),
      unschedulable: spec.unschedulable === true,
      roles: Object.keys(raw.metadata.labels ?? {})
        .filter(name => name.startsWith(roleLabel))
        .map(name => name.slice(roleLabel.length))
        .filter(role => role !== '')
        .sort(),
      maintenance: taints.length > 0 ? taints.join(', ') : undefined,
      kubeletVersion: textOf(objectOf(status.nodeInfo).kubeletVersion),
    };
  },
};
