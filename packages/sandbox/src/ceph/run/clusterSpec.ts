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

import { WantedCluster } from '../types';
import { cephImage } from '../rook/types';

const onNodesOf = (role: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            { key: `ceph_role_${role}`, operator: 'In', values: ['true'] },
          ],
        },
      ],
    },
  },
});

/** The CephCluster that the operator makes of a spec. */
export function clusterSpec(
  wanted: WantedCluster,
  cephVersion: string,
): Record<string, any> {
  if (wanted.external) {
    return { external: { enable: true }, dataDirHostPath: '/var/lib/rook' };
  }
  const count = (role: string) =>
    wanted.nodes.filter(({ roles }) => roles.includes(role)).length;
  return {
    cephVersion: { image: cephImage(cephVersion) },
    dataDirHostPath: '/var/lib/rook',
    mon: { count: count('mon'), allowMultiplePerNode: false },
    // One is active and one stands by.
    mgr: { count: Math.min(count('mgr'), 2) },
    network: { provider: 'host', addressRanges: wanted.networks },
    placement: { mon: onNodesOf('mon'), mgr: onNodesOf('mgr') },
    storage: {
      useAllNodes: false,
      useAllDevices: false,
      nodes: wanted.nodes
        .filter(({ devices }) => devices.length > 0)
        .map(({ name, devices }) => ({
          name,
          devices: devices.map(({ path, deviceClass, osds }) => ({
            ...(path?.startsWith('/') ? { fullpath: path } : { name: path }),
            config: { deviceClass, osdsPerDevice: String(osds) },
          })),
        })),
    },
  };
}
