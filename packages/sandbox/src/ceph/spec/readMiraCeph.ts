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

const list = (text: unknown): string[] =>
  String(text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);

const redundancy = ({
  deviceClass,
  failureDomain = 'host',
  replicated,
  erasureCoded,
}: any) => ({ deviceClass, failureDomain, replicated, erasureCoded });

/** Reads the spec of a MiraCeph. */
export function readMiraCeph(
  spec: any,
  clusterNodes: readonly KubernetesObject[],
): WantedCluster {
  const nodes = expandNodes(spec.nodes ?? [], clusterNodes);
  const rgw = spec.objectStorage?.rgw;
  const rgwNodes = nodes.filter(({ roles }) => roles.includes('rgw')).length;
  return {
    rookNamespace: spec.rookNamespace ?? 'rook-ceph',
    external: Boolean(spec.external?.enable ?? spec.external),
    preventDestroy: spec.extraOpts?.preventClusterDestroy === true,
    sharesKeys: spec.disableOsSharedKeys !== true,
    networks: {
      public: list(spec.network?.publicNet),
      cluster: list(spec.network?.clusterNet),
    },
    nodes,
    pools: (spec.pools ?? []).map((pool: any) => ({
      shortName: pool.name,
      name:
        pool.useAsFullName || !pool.deviceClass
          ? pool.name
          : `${pool.name}-${pool.deviceClass}`,
      role: pool.role,
      isDefault: pool.default === true,
      spec: redundancy(pool),
    })),
    stores: rgw
      ? [
          {
            name: rgw.name,
            spec: {
              dataPool: rgw.dataPool,
              metadataPool: rgw.metadataPool,
              preservePoolsOnDelete: rgw.preservePoolsOnDelete,
              gateway: {
                instances: rgw.gateway?.allNodes
                  ? rgwNodes
                  : rgw.gateway?.instances ?? 0,
                port: rgw.gateway?.port,
                securePort: rgw.gateway?.securePort,
              },
            },
          },
        ]
      : [],
    filesystems: (spec.sharedFilesystem?.cephFS ?? []).map(
      ({ name, ...rest }: any) => ({ name, spec: rest }),
    ),
    clients: (spec.clients ?? []).map((client: any) => client.name),
    others: others({
      'RBD Mirroring': spec.rbdMirror,
      'ingress proxy': spec.ingressConfig ?? spec.ingress ?? rgw?.gateway,
    }),
  };
}

export function others(
  parts: Record<string, object | undefined>,
): Record<string, object> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([step, part]) =>
      part && Object.keys(part).length > 0 ? [[step, part]] : [],
    ),
  );
}
