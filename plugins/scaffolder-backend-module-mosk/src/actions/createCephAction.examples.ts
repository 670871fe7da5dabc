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

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const node = (name: string, roles: string[]) => ({
  name,
  roles,
  devices: [{ path: `/dev/disk/by-id/${name}-nvme-1`, deviceClass: 'ssd' }],
});

export const createCephExamples: TemplateExample[] = [
  {
    description: 'A Ceph cluster of three nodes, with the pools for OpenStack',
    example: stringify({
      steps: [
        {
          id: 'create',
          action: 'mosk:miraceph:create',
          input: {
            cloud: 'north',
            name: 'rook-ceph',
            publicNetworks: ['10.20.0.0/24'],
            clusterNetworks: ['10.21.0.0/24'],
            nodes: [
              node('store-1', ['mon', 'mgr']),
              node('store-2', ['mon', 'mgr']),
              node('store-3', ['mon']),
            ],
            pools: [
              {
                name: 'kubernetes',
                default: true,
                deviceClass: 'ssd',
                replicas: 3,
              },
            ],
            openStackPools: { deviceClass: 'ssd' },
          },
        },
      ],
    }),
  },
  {
    description: 'Another list of nodes for the cluster that is there',
    example: stringify({
      steps: [
        {
          id: 'create',
          action: 'mosk:miraceph:create',
          input: {
            cloud: 'north',
            name: 'rook-ceph',
            edit: { set: { 'spec.nodes': '${{ parameters.nodes.all }}' } },
          },
        },
      ],
    }),
  },
];
