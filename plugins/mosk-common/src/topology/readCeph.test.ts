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

import { snapshotOf } from '../snapshot/snapshotOf';
import {
  sampleCephCluster,
  sampleCephPool,
  sampleCephSpec,
  sampleCephWorkload,
  sampleCephWorkloads,
} from '../testing/sampleCeph';
import { sampleDeployment, sampleWorkload } from '../testing/sampleCloud';
import { readTopology } from './readTopology';

const openStack = [
  sampleDeployment(),
  ...[
    ['cinder-api', 'cinder'],
    ['glance-api', 'glance'],
    ['keystone-api', 'keystone'],
  ].map(([name, application]) =>
    sampleWorkload({ name, labels: { application }, release: name }),
  ),
];

function read(objects: Parameters<typeof snapshotOf>[0]['objects']) {
  const { components } = readTopology(snapshotOf({ cloud: 'lab', objects }));
  return {
    ids: components.map(({ id }) => id),
    get: (id: string) => components.find(each => each.id === id)!,
  };
}

describe('readTopology of Ceph', () => {
  it('finds Pelagia, Rook, the cluster, its pools and Ceph CSI, and what uses them', () => {
    const { ids, get } = read([
      ...openStack,
      sampleCephSpec('CephDeployment'),
      sampleCephCluster(),
      sampleCephPool('volumes-ssd'),
      sampleCephPool('kubernetes-ssd'),
      ...Object.values(sampleCephWorkloads('pelagia-deployment-controller')),
      sampleCephWorkload('pelagia-lcm-controller', {
        namespace: 'ceph-lcm-mirantis',
      }),
      sampleCephWorkload('rook-discover', { kind: 'DaemonSet' }),
      sampleCephWorkload('pelagia-ceph-toolbox'),
    ]);
    expect(ids).toEqual(
      expect.arrayContaining([
        'operator/ceph',
        'operator/rook',
        'ceph-cluster/rook-ceph',
        'ceph-pool/volumes-ssd',
        'ceph-pool/kubernetes-ssd',
        'ceph-csi',
      ]),
    );
    expect(get('operator/ceph')).toMatchObject({
      title: 'Pelagia',
      namespace: 'ceph-lcm-mirantis',
      workloads: [
        { name: 'pelagia-deployment-controller' },
        { name: 'pelagia-lcm-controller' },
      ],
      dependsOn: ['operator/rook', 'kubernetes-cluster'],
    });
    expect(get('operator/rook').workloads.map(({ name }) => name)).toEqual([
      'rook-ceph-operator',
      'rook-discover',
    ]);
    const cluster = get('ceph-cluster/rook-ceph');
    expect(cluster).toMatchObject({
      version: '19.2.3-0',
      namespace: 'rook-ceph',
      resource: { kind: 'CephDeployment', name: 'rook-ceph' },
      labelSelector: 'app in (rook-ceph-mgr, rook-ceph-mon, rook-ceph-osd)',
      dependsOn: ['operator/rook', 'operator/ceph', 'kubernetes-cluster'],
    });
    expect(cluster.workloads).toHaveLength(8);
    expect(get('ceph-pool/volumes-ssd')).toMatchObject({
      description:
        'Block storage for volumes: 3 replicas on devices of class ssd',
      dependsOn: ['ceph-cluster/rook-ceph'],
    });
    expect(get('openstack-service/block-storage').dependsOn).toEqual(
      expect.arrayContaining([
        'ceph-cluster/rook-ceph',
        'ceph-pool/volumes-ssd',
      ]),
    );
    expect(get('openstack-service/image').dependsOn).toContain(
      'ceph-cluster/rook-ceph',
    );
    expect(get('openstack-service/identity').dependsOn).not.toContain(
      'ceph-cluster/rook-ceph',
    );
    expect(get('kubernetes-cluster').dependsOn).toEqual(['ceph-csi']);
    expect(get('ceph-csi').dependsOn).toEqual([
      'ceph-cluster/rook-ceph',
      'ceph-pool/kubernetes-ssd',
    ]);
  });

  it('finds the Ceph Controller of older releases, and Ceph CSI under its new names', () => {
    const { get } = read([
      sampleCephSpec('MiraCeph'),
      ...Object.values(sampleCephWorkloads('ceph-controller')),
      sampleCephWorkload('rook-ceph.rbd.csi.ceph.com-ctrlplugin'),
    ]);
    expect(get('operator/ceph').title).toBe('Ceph Controller');
    // The CephCluster is not there yet.
    expect(get('ceph-cluster/rook-ceph')).toMatchObject({
      version: 'v19.2.3',
      namespace: 'rook-ceph',
      resource: { kind: 'MiraCeph' },
    });
    expect(get('ceph-csi').workloads).toHaveLength(2);
  });

  it('shows a cluster that nobody of MOSK asked for, and none where there is none', () => {
    expect(read([sampleCephCluster()]).get('ceph-cluster/rook-ceph')).toEqual(
      expect.objectContaining({
        resource: {
          kind: 'CephCluster',
          namespace: 'rook-ceph',
          name: 'rook-ceph',
        },
        dependsOn: ['kubernetes-cluster'],
      }),
    );
    const { ids, get } = read(openStack);
    expect(ids.filter(id => /ceph|rook/.test(id))).toEqual([]);
    expect(get('kubernetes-cluster').dependsOn).toEqual([]);
  });
});
