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

import { KubernetesObject } from '../../simulation/context';
import { WantedCluster } from '../types';
import { expandNodes } from './expandNodes';
import { others } from './readMiraCeph';

/** Reads the spec of a CephDeployment, most of which is Rook's already. */
export function readCephDeployment(
  spec: any,
  clusterNodes: readonly KubernetesObject[],
): WantedCluster {
  const ranges = spec.cluster?.network?.addressRanges;
  return {
    rookNamespace: spec.rookNamespace ?? 'rook-ceph',
    external: spec.cluster?.external?.enable === true,
    preventDestroy: spec.extraOpts?.preventClusterDestroy === true,
    sharesKeys: spec.extraOpts?.disableOsSharedKeys !== true,
    networks: {
      public: ranges?.public ?? [],
      cluster: ranges?.cluster ?? [],
    },
    nodes: expandNodes(spec.nodes ?? [], clusterNodes),
    pools: (spec.blockStorage?.pools ?? []).map((pool: any) => ({
      shortName: pool.name,
      name:
        pool.useAsFullName || !pool.spec?.deviceClass
          ? pool.name
          : `${pool.name}-${pool.spec.deviceClass}`,
      role: pool.role,
      isDefault: pool.storageClassOpts?.default === true,
      spec: { failureDomain: 'host', ...pool.spec },
    })),
    stores: (spec.objectStorage?.objectStores ?? []).map(
      ({ name, spec: store = {} }: any) => ({ name, spec: store }),
    ),
    filesystems: (spec.sharedFilesystem?.cephFilesystems ?? []).map(
      ({ name, spec: filesystem = {} }: any) => ({ name, spec: filesystem }),
    ),
    clients: (spec.clients ?? []).map((client: any) => client.name),
    others: others({
      cephcsi: spec.csi,
      'RBD Mirroring': spec.rbdMirror,
      'ingress proxy': spec.objectStorage ?? spec.ingressConfig,
    }),
  };
}
