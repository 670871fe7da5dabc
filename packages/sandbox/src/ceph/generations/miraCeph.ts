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

import { identities } from '../../simulation/identities';
import { planWorkload } from '../../workloads/planWorkload';
import { CephGeneration, cephNamespace } from '../generation';
import { readMiraCeph } from '../spec/readMiraCeph';

const image = 'mirantis.azurecr.io/ceph/mcp/ceph-controller:v1.0.0-20250821';

const operator = (name: string, containers: string[]) =>
  planWorkload({
    kind: 'Deployment',
    namespace: cephNamespace,
    name,
    labels: { app: name },
    image,
    containers,
    nodes: 'control',
  });

/** The Ceph Controller of MOSK up to 25.2. */
export const miraCeph: CephGeneration = {
  kind: 'MiraCeph',
  identities: {
    spec: identities.MiraCeph,
    health: identities.MiraCephHealth,
    secret: identities.MiraCephSecret,
    maintenance: identities.MiraCephMaintenance,
    removal: identities.CephOsdRemoveRequest,
  },
  fieldManager: 'ceph-controller',
  finalizer: 'miraceph.lcm.mirantis.com/finalizer',
  cephVersion: '18.2.4',
  tellsLastRun: false,
  goodState: 'Ready',
  workloads: () => [
    operator('ceph-controller', [
      'ceph-controller',
      'secrets-controller',
      'status-controller',
    ]),
    operator('ceph-request-controller', ['osdremove']),
    planWorkload({
      kind: 'DaemonSet',
      namespace: cephNamespace,
      name: 'ceph-disk-daemon',
      labels: { app: 'ceph-disk-daemon' },
      image,
    }),
  ],
  readSpec: readMiraCeph,
  migration: spec => {
    const modules: unknown = spec.mgr?.modules;
    const patch = {
      ...(spec.network?.hostNetwork !== undefined && {
        network: { hostNetwork: null },
      }),
      ...(Array.isArray(modules) && {
        mgr: {
          modules: null,
          mgrModules: modules.map(name => ({ name, enabled: true })),
        },
      }),
    };
    return Object.keys(patch).length > 0 ? { spec: patch } : undefined;
  },
  healthStatus: report => ({
    state: report.issues.length > 0 ? 'Failed' : 'Ready',
    lastCheck: report.checkedAt,
    lastUpdate: report.updatedAt,
    messages: report.issues.length > 0 ? report.issues : null,
    miraCephGeneration: report.specGeneration,
    fullClusterStatus: {
      clusterStatus: report.cluster,
      operatorStatus: report.rookOperator,
      daemonsStatus: report.daemons,
      blockStorageStatus: {
        poolsStatus: mapValues(report.pools, ({ phase }) => ({
          present: true,
          status: phase,
        })),
      },
      objectStorageStatus: { objectStoreStatus: report.stores },
      sharedFilesystemStatus: { cephFsStatus: report.filesystems },
      cephCSIPluginDaemonsStatus: report.csi,
      cephDetails: {
        usageDetails: {
          deviceClasses: report.deviceClasses,
          pools: report.poolUsage,
        },
        cephEvents: {
          rebalanceDetails: {
            state: report.rebalancing ? 'Progressing' : 'Idle',
          },
          PgAutoscalerDetails: { state: 'Idle' },
        },
      },
    },
  }),
};

function mapValues<T, R>(
  items: Record<string, T>,
  map: (item: T) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(items).map(([key, item]) => [key, map(item)]),
  );
}
