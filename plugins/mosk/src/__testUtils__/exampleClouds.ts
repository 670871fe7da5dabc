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
import { ago, ahead } from './times';
import { runningRollout } from './exampleRollouts';

const live = (): MoskViews.CloudConnection => ({
  state: 'live',
  since: ago(3600),
  lastContactAt: ago(12),
});

const component = (
  part: Partial<MoskViews.ComponentSummary> & { id: string; title: string },
): MoskViews.ComponentSummary => ({
  type: 'openstack-service',
  group: 'openstack',
  entityRef: `component:mosk/north-${part.id.replace('/', '-')}`,
  state: 'healthy',
  reasons: [],
  causedBy: [],
  dependsOn: [],
  workloadsReady: 3,
  workloadsWanted: 3,
  ...part,
});

export const exampleComponents = (): MoskViews.ComponentSummary[] => [
  component({
    id: 'cloud',
    title: 'North',
    type: 'mosk-cloud',
    group: 'cloud',
    state: 'failed',
  }),
  component({
    id: 'openstack-deployment/osh-dev',
    title: 'osh-dev',
    type: 'openstack-deployment',
    group: 'cloud',
    state: 'progressing',
    resource: {
      kind: 'OpenStackDeployment',
      namespace: 'openstack',
      name: 'osh-dev',
    },
    reasons: [
      {
        code: 'Applying',
        state: 'progressing',
        message: 'OpenStackDeployment openstack/osh-dev is being applied',
      },
    ],
    workloadsReady: 0,
    workloadsWanted: 0,
  }),
  component({
    id: 'openstack-service/database',
    title: 'Database (MariaDB)',
    state: 'failed',
    since: ago(900),
    workloadsReady: 1,
    reasons: [
      {
        code: 'WorkloadNotReady',
        state: 'failed',
        message:
          'StatefulSet openstack/mariadb-server has 1 of 3 replicas ready',
        since: ago(900),
      },
    ],
  }),
  component({
    id: 'openstack-service/identity',
    title: 'Identity (Keystone)',
    state: 'degraded',
    causedBy: ['openstack-service/database'],
    reasons: [
      {
        code: 'DependencyUnwell',
        state: 'degraded',
        message: 'Database (MariaDB) is failed',
      },
    ],
  }),
  component({ id: 'openstack-service/image', title: 'Image (Glance)' }),
  component({
    id: 'operator/rockoon',
    title: 'OpenStack operator',
    type: 'operator',
    group: 'operators',
  }),
];

export const northCloud = (): MoskViews.CloudDetail => ({
  name: 'north',
  title: 'North',
  owner: 'group:default/cloud-operators',
  entityRef: 'system:mosk/north',
  readOnly: false,
  state: 'failed',
  reasons: [
    {
      code: 'WorkloadNotReady',
      state: 'failed',
      message: 'StatefulSet openstack/mariadb-server has 1 of 3 replicas ready',
      since: ago(900),
    },
  ],
  counts: { healthy: 2, progressing: 1, degraded: 1, failed: 1, unknown: 0 },
  connection: live(),
  missing: [
    {
      kind: 'Node',
      reason: 'nodes is forbidden: cannot list resource "nodes"',
    },
  ],
  runningRollouts: [runningRollout()],
  moskRelease: '25.2.1',
  openstackRelease: 'epoxy',
  kinds: ['OpenStackDeployment'],
  revision: '1',
  components: exampleComponents(),
  nodes: [
    {
      name: 'cmp-01',
      state: 'failed',
      roles: ['openstack-compute-node'],
      cordoned: true,
      pressures: ['MemoryPressure'],
      readySince: ago(300),
      reasons: [
        {
          code: 'NotReady',
          state: 'failed',
          message: 'Node cmp-01 is not ready: kubelet stopped posting status',
        },
      ],
    },
    {
      name: 'cmp-02',
      state: 'healthy',
      reasons: [],
      roles: ['openstack-compute-node'],
      cordoned: false,
      pressures: [],
    },
    {
      name: 'ctl-01',
      state: 'healthy',
      reasons: [],
      roles: ['openstack-control-plane'],
      cordoned: false,
      pressures: [],
      maintenance: 'kaas.mirantis.com/lcm-maintenance',
    },
  ],
});

export const southCloud = (): MoskViews.CloudDetail => ({
  name: 'south',
  title: 'South',
  readOnly: true,
  readOnlyReason: 'no token of our own is configured',
  state: 'healthy',
  reasons: [],
  counts: { healthy: 9, progressing: 0, degraded: 0, failed: 0, unknown: 0 },
  connection: {
    state: 'unreachable',
    since: ago(1200),
    lastContactAt: ago(1200),
    error: 'connect ECONNREFUSED 10.0.0.2:6443',
    nextAttemptAt: ahead(40),
  },
  missing: [],
  runningRollouts: [],
  openstackRelease: 'caracal',
  revision: '1',
  components: [
    component({
      id: 'openstack-deployment/osh-south',
      title: 'osh-south',
      type: 'openstack-deployment',
      resource: {
        kind: 'OpenStackDeployment',
        namespace: 'openstack',
        name: 'osh-south',
      },
    }),
  ],
  nodes: [],
});

export const eastCloud = (): MoskViews.CloudDetail => ({
  ...southCloud(),
  name: 'east',
  title: 'East',
  readOnly: false,
  readOnlyReason: undefined,
  connection: live(),
  components: [
    component({ id: 'openstack-service/image', title: 'Image (Glance)' }),
  ],
});

/** A node of North with what stands on it. */
export const exampleNode = (name: string): MoskViews.NodeDetail => ({
  ...northCloud().nodes.find(node => node.name === name)!,
  components: [
    {
      id: 'openstack-service/compute',
      title: 'Compute (Nova)',
      entityRef: 'component:mosk/north-openstack-service-compute',
      state: 'degraded',
      pods: 3,
      unreadyPods: 2,
    },
    {
      id: 'openstack-service/networking',
      title: 'Networking (Neutron)',
      entityRef: 'component:mosk/north-openstack-service-networking',
      state: 'healthy',
      pods: 1,
      unreadyPods: 0,
    },
  ],
  otherPods: 2,
});
