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
} from '@mosk-portal/plugin-mosk-common';
import { readNodes } from './readNodes';

const raw = (name: string, spec: object, pressure: 'True' | 'False') => ({
  metadata: {
    name,
    uid: name,
    resourceVersion: '1',
    creationTimestamp: '2026-01-01T00:00:00Z',
    labels: {
      'node-role.kubernetes.io/worker': '',
      'openstack-compute-node': 'enabled',
      openvswitch: 'enabled',
      stacklight: 'disabled',
    },
  },
  spec,
  status: {
    conditions: [
      { type: 'MemoryPressure', status: pressure },
      { type: 'DiskPressure', status: 'False' },
      {
        type: 'Ready',
        status: 'True',
        lastTransitionTime: '2026-01-02T00:00:00Z',
      },
    ],
    nodeInfo: { kubeletVersion: 'v1.30.14' },
  },
});

const snapshotOf = (state: 'live' | 'stale', ...nodes: object[]) =>
  ({
    connection: { state },
    objects: () => nodes.map(one => node.project(one as any)),
  } as unknown as CloudSnapshot);

const health = {
  components: [
    {
      reasons: [
        {
          code: 'MemoryPressure',
          state: 'degraded',
          message: 'short of memory',
          object: { kind: 'Node', name: 'b' },
        },
        {
          code: 'PartNotHealthy',
          state: 'failed',
          message: 'of another',
          object: { kind: 'Node', name: 'a' },
        },
      ],
    },
  ],
} as unknown as CloudHealth;

describe('readNodes', () => {
  it('tells what a node is for, what keeps pods from it and what it lacks', () => {
    const taints = [
      { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' },
      { key: 'kaas.mirantis.com/maintenance', effect: 'NoSchedule' },
    ];
    const [quiet, busy] = readNodes(
      snapshotOf(
        'live',
        raw('a', {}, 'False'),
        raw('b', { unschedulable: true, taints }, 'True'),
      ),
      health,
    );
    expect(quiet).toEqual({
      name: 'a',
      state: 'healthy',
      reasons: [],
      roles: ['worker', 'openstack-compute-node', 'openvswitch'],
      cordoned: false,
      maintenance: undefined,
      pressures: [],
      readySince: '2026-01-02T00:00:00Z',
      kubeletVersion: 'v1.30.14',
    });
    expect(busy).toMatchObject({
      state: 'degraded',
      reasons: [{ message: 'short of memory' }],
      cordoned: true,
      maintenance: 'kaas.mirantis.com/maintenance',
      pressures: ['MemoryPressure'],
    });
  });

  it('calls no node healthy that is not heard of now', () => {
    const [one] = readNodes(snapshotOf('stale', raw('a', {}, 'False')), health);
    expect(one.state).toBe('unknown');
  });
});
