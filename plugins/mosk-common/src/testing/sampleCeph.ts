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

import { JsonObject } from '@backstage/types';
import { ProjectedObject } from '../kinds/types';
import { projected, sampleWorkload } from './sampleCloud';

const nodes = [1, 2, 3].map(number => ({
  name: `store-${number}`,
  roles: ['mon', 'mgr'],
  devices: [{ fullpath: `/dev/vd${number}`, config: { deviceClass: 'ssd' } }],
}));

/** What asks for a cluster of three nodes, as a MiraCeph or as a CephDeployment. */
export function sampleCephSpec(
  kind: 'MiraCeph' | 'CephDeployment',
  options: {
    generation?: number;
    status?: JsonObject;
    labels?: Record<string, string>;
    manager?: string;
  } = {},
): ProjectedObject {
  const pools = ['kubernetes', 'volumes', 'images'].map(name => ({
    name,
    role: name,
  }));
  return projected({
    kind,
    metadata: {
      name: 'rook-ceph',
      namespace: 'ceph-lcm-mirantis',
      uid: kind,
      generation: options.generation ?? 1,
      labels: options.labels,
      managedFields: [
        {
          manager: options.manager ?? 'kubectl',
          fieldsV1: { 'f:spec': {} },
        },
      ],
    },
    spec:
      kind === 'MiraCeph'
        ? {
            nodes,
            pools: pools.map(pool => ({
              ...pool,
              deviceClass: 'ssd',
              replicated: { size: 3 },
            })),
          }
        : {
            nodes,
            blockStorage: {
              pools: pools.map(pool => ({
                ...pool,
                spec: { deviceClass: 'ssd', replicated: { size: 3 } },
              })),
            },
          },
    status: {
      phase: 'Ready',
      message: 'Ceph cluster configuration successfully applied',
      clusterVersion: 'v19.2.3',
      validation: { result: 'Succeed', lastValidatedGeneration: 1 },
      ...options.status,
    },
  });
}

export function sampleCephCluster(
  options: { generation?: number; ceph?: JsonObject; status?: JsonObject } = {},
): ProjectedObject {
  return projected({
    kind: 'CephCluster',
    metadata: {
      name: 'rook-ceph',
      namespace: 'rook-ceph',
      uid: 'cluster',
      generation: options.generation ?? 1,
    },
    spec: {},
    status: {
      phase: 'Ready',
      state: 'Created',
      message: 'Cluster created successfully',
      observedGeneration: 1,
      version: { version: '19.2.3-0' },
      ceph: {
        health: 'HEALTH_OK',
        fsid: '0a1b2c3d-0000-4000-8000-00000000beef',
        lastChecked: '2026-03-04T10:40:10Z',
        lastChanged: '2026-03-04T10:30:00Z',
        capacity: {
          bytesTotal: 3 * 1024 ** 4,
          bytesUsed: 1024 ** 4,
          bytesAvailable: 2 * 1024 ** 4,
        },
        versions: { osd: { 'ceph version 19.2.3': 3 } },
        ...options.ceph,
      },
      ...options.status,
    },
  });
}

export function sampleCephPool(
  name: string,
  phase: string = 'Ready',
): ProjectedObject {
  return projected({
    kind: 'CephBlockPool',
    metadata: { name, namespace: 'rook-ceph', uid: `pool-${name}` },
    spec: {
      deviceClass: 'ssd',
      failureDomain: 'host',
      replicated: { size: 3 },
    },
    status: { phase },
  });
}

export function sampleCephHealth(
  kind: 'MiraCephHealth' | 'CephDeploymentHealth',
  status: JsonObject,
): ProjectedObject {
  return projected({
    kind,
    metadata: {
      name: 'rook-ceph',
      namespace: 'ceph-lcm-mirantis',
      uid: kind,
    },
    status,
  });
}

/** A daemon, an operator or a part of Ceph CSI. */
export function sampleCephWorkload(
  name: string,
  options: Partial<Parameters<typeof sampleWorkload>[0]> = {},
): ProjectedObject {
  const app = name.replace(/^(rook-ceph-(?:mon|mgr|osd))-.*/, '$1');
  return sampleWorkload({
    name,
    namespace: 'rook-ceph',
    labels: { app },
    wanted: 1,
    ...options,
  });
}

/** Operators and daemons of a cluster that is well, by their names. */
export function sampleCephWorkloads(
  operator: string,
): Record<string, ProjectedObject> {
  const inLcm = { namespace: 'ceph-lcm-mirantis' };
  return {
    [operator]: sampleCephWorkload(operator, inLcm),
    ...Object.fromEntries(
      [
        'rook-ceph-operator',
        ...['a', 'b', 'c'].map(id => `rook-ceph-mon-${id}`),
        ...['a', 'b'].map(id => `rook-ceph-mgr-${id}`),
        ...[0, 1, 2].map(id => `rook-ceph-osd-${id}`),
      ].map(name => [name, sampleCephWorkload(name)]),
    ),
    'csi-rbdplugin': sampleCephWorkload('csi-rbdplugin', {
      kind: 'DaemonSet',
      wanted: 3,
    }),
  };
}
