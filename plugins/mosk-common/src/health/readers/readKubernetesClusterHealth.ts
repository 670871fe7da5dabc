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

import { node } from '../../kinds/Node';
import { referenceOf } from '../../topology/partsOfWorkloads';
import { HealthReason } from '../types';
import { HealthReader } from './types';

const pressures = [
  'MemoryPressure',
  'DiskPressure',
  'PIDPressure',
  'NetworkUnavailable',
];

/** Nodes with their conditions. */
export const readKubernetesClusterHealth: HealthReader = (
  _component,
  _workloads,
  { snapshot },
) => {
  const nodes = snapshot.objects(node);
  if (nodes.length === 0) {
    return [
      {
        code: 'NoNodes',
        state: 'unknown',
        message: snapshot.complete
          ? 'The cluster shows no node, so nothing is known of its health'
          : 'Nothing has been read from the cluster yet, so nothing is known of its health',
      },
    ];
  }
  const ready = (object: (typeof nodes)[number]) =>
    object.conditions.find(({ type }) => type === 'Ready');
  const anyReady = nodes.some(object => ready(object)?.status === 'True');

  return nodes.flatMap(object => {
    const { name } = object.metadata;
    const reasons: HealthReason[] = [];
    const readiness = ready(object);
    if (readiness?.status !== 'True') {
      reasons.push({
        code: 'NodeNotReady',
        state: anyReady ? 'degraded' : 'failed',
        message: `Node ${name} is not ready: ${
          readiness?.message ?? readiness?.reason ?? 'it reports no condition'
        }`,
        object: referenceOf(object),
        since: readiness?.lastTransitionAt,
      });
    }
    for (const condition of object.conditions) {
      if (pressures.includes(condition.type) && condition.status === 'True') {
        reasons.push({
          code: 'NodeUnderPressure',
          state: 'degraded',
          message: `Node ${name} has ${condition.type}: ${
            condition.message ?? condition.reason ?? 'no reason given'
          }`,
          object: referenceOf(object),
          since: condition.lastTransitionAt,
        });
      }
    }
    if (object.maintenance) {
      reasons.push({
        code: 'NodeInMaintenance',
        state: 'progressing',
        message: `Node ${name} is in maintenance: ${object.maintenance}`,
        object: referenceOf(object),
      });
    }
    return reasons;
  });
};
