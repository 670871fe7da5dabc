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
import { cephNamespace } from './generation';

const letters = ['A', 'B', 'C'];
const nodes = letters.map((letter, index) => ({
  name: `storage-${index + 1}`,
  roles: index < 2 ? ['mon', 'mgr', 'rgw', 'mds'] : ['mon', 'rgw', 'mds'],
  devices: [
    {
      fullpath: `/dev/disk/by-id/nvme-${letter}1`,
      config: { deviceClass: 'ssd' },
    },
  ],
}));
const replicated = { size: 3 };
const ssd = { deviceClass: 'ssd', failureDomain: 'host' };
const gateway = { instances: 3, port: 80, securePort: 8443 };
const dataPool = { ...ssd, erasureCoded: { dataChunks: 2, codingChunks: 1 } };
const metadataPool = { ...ssd, replicated };
const filesystem = {
  metadataPool,
  dataPools: [{ name: 'default-pool', ...ssd, replicated }],
  metadataServer: { activeCount: 1, activeStandby: true },
};
const openStackPools = ['vms', 'images', 'backup', 'volumes'];
const metadata = { name: 'rook-ceph', namespace: cephNamespace };

/** A cluster of the three storage nodes, as somebody might have asked for it months ago. */
export const runningCluster: Record<
  'MiraCeph' | 'CephDeployment',
  KubernetesObject
> = {
  MiraCeph: {
    metadata,
    spec: {
      rookNamespace: 'rook-ceph',
      dashboard: false,
      network: { publicNet: '10.20.0.0/24', clusterNet: '10.21.0.0/24' },
      nodes,
      pools: [
        { name: 'kubernetes', role: 'kubernetes', default: true },
        ...openStackPools.map(name => ({ name, role: name, default: false })),
      ].map(pool => ({ ...pool, deviceClass: 'ssd', replicated })),
      objectStorage: {
        rgw: {
          name: 'openstack-store',
          dataPool,
          metadataPool,
          gateway: { allNodes: false, ...gateway },
          preservePoolsOnDelete: false,
        },
      },
      sharedFilesystem: { cephFS: [{ name: 'cephfs-store', ...filesystem }] },
    },
  },
  CephDeployment: {
    metadata,
    spec: {
      cluster: {
        network: {
          provider: 'host',
          addressRanges: {
            public: ['10.20.0.0/24'],
            cluster: ['10.21.0.0/24'],
          },
        },
      },
      nodes,
      blockStorage: {
        pools: [
          {
            name: 'kubernetes',
            role: 'kubernetes',
            storageClassOpts: { default: true },
            spec: { ...ssd, replicated },
          },
          ...openStackPools.map(name => ({
            name,
            role: name,
            spec: { ...ssd, replicated },
          })),
        ],
      },
      objectStorage: {
        objectStores: [
          {
            name: 'openstack-store',
            usedForOpenstack: true,
            spec: { dataPool, metadataPool, gateway },
          },
        ],
      },
      sharedFilesystem: {
        cephFilesystems: [{ name: 'cephfs-store', spec: filesystem }],
      },
    },
  },
};
