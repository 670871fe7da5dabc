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

import { PodView } from '@mosk-portal/plugin-mosk-node';
import { nodeDetail } from './nodeDetail';
import { CloudView, NodeView } from './types';

const node: NodeView = {
  name: 'compute-1',
  state: 'failed',
  reasons: [],
  roles: ['openstack-compute-node'],
  cordoned: false,
  pressures: [],
};

const workload = (kind: string, name: string, namespace = 'openstack') => ({
  kind,
  name,
  namespace,
});

const component = (
  id: string,
  type: string,
  ...workloads: ReturnType<typeof workload>[]
) => ({ id, type, title: id, workloads });

const compute = workload('DaemonSet', 'nova-compute');
const network = workload('DaemonSet', 'neutron-ovs-agent');
const osd = workload('Deployment', 'rook-ceph-osd-0', 'rook-ceph');

const view = {
  cloud: { name: 'one' },
  topology: {
    components: [
      component('service/network', 'openstack-service', network),
      component('service/compute', 'openstack-service', compute),
      component('service/image', 'openstack-service', workload('Job', 'x')),
      component('ceph-cluster/rook', 'ceph-cluster', osd),
      component('helm-release/nova', 'helm-release', compute),
    ],
  },
  health: {
    components: [
      { componentId: 'service/network', state: 'healthy' },
      { componentId: 'service/compute', state: 'failed' },
      { componentId: 'ceph-cluster/rook', state: 'degraded' },
    ],
  },
} as unknown as CloudView;

const pod = (
  name: string,
  owner: PodView['owner'],
  ready: boolean,
  phase = 'Running',
): PodView => ({
  name,
  namespace: owner?.namespace ?? 'kube-system',
  node: 'compute-1',
  phase,
  ready,
  restarts: 0,
  owner,
  labels: {},
});

describe('nodeDetail', () => {
  it('names the components on a node, what suffers first, and counts the rest', () => {
    const detail = nodeDetail(view, node, [
      pod('nova-compute-a', compute, false),
      pod('neutron-a', network, true),
      pod('osd-0', osd, true),
      // Of the same name elsewhere, so of another.
      pod('other', { ...osd, namespace: 'other' }, false),
      pod('kube-proxy', undefined, true),
      pod('db-sync', workload('Job', 'x'), false, 'Succeeded'),
    ]);
    expect(detail.components).toEqual([
      {
        id: 'service/compute',
        title: 'service/compute',
        entityRef: expect.stringMatching(/^component:default\/one-/),
        state: 'failed',
        pods: 1,
        unreadyPods: 1,
      },
      expect.objectContaining({ id: 'ceph-cluster/rook', unreadyPods: 0 }),
      expect.objectContaining({ id: 'service/network', unreadyPods: 0 }),
    ]);
    expect(detail.otherPods).toBe(2);
    expect(detail).toMatchObject({ name: 'compute-1', state: 'failed' });
  });

  it('is empty of components where no pod is', () => {
    expect(nodeDetail(view, node, [])).toMatchObject({
      components: [],
      otherPods: 0,
    });
  });
});
