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
import { readCephDeployment } from '../spec/readCephDeployment';

const operator = (name: string, containers: string[]) =>
  planWorkload({
    kind: 'Deployment',
    namespace: cephNamespace,
    name,
    labels: { app: name },
    image: 'mirantis.azurecr.io/ceph/pelagia:1.4.0',
    containers,
    nodes: 'control',
  });

/** Pelagia, which runs Ceph in MOSK from 26.1 on. */
export const cephDeployment: CephGeneration = {
  kind: 'CephDeployment',
  identities: {
    spec: identities.CephDeployment,
    health: identities.CephDeploymentHealth,
    secret: identities.CephDeploymentSecret,
    maintenance: identities.CephDeploymentMaintenance,
    removal: identities.CephOsdRemoveTask,
  },
  fieldManager: 'pelagia-ceph',
  finalizer: 'cephdeployment.lcm.mirantis.com/finalizer',
  cephVersion: '19.2.3',
  tellsLastRun: true,
  goodState: 'Ok',
  workloads: () => [
    operator('pelagia-deployment-controller', [
      'deployment-controller',
      'secret-controller',
    ]),
    operator('pelagia-lcm-controller', [
      'health-controller',
      'task-controller',
      'infra-controller',
    ]),
  ],
  readSpec: readCephDeployment,
  migration: () => undefined,
  healthStatus: report => ({
    state: report.issues.length > 0 ? 'Failed' : 'Ok',
    lastHealthCheck: report.checkedAt,
    lastHealthUpdate: report.updatedAt,
    issues: report.issues.length > 0 ? report.issues : null,
    healthReport: {
      rookOperator: report.rookOperator,
      cephDaemons: {
        cephDaemons: report.daemons,
        cephCSIDaemons: report.csi,
      },
      rookCephObjects: {
        cephCluster: report.cluster,
        blockStorage: { cephBlockPools: report.pools },
        objectStorage: { cephObjectStore: report.stores },
        sharedFilesystem: { cephFilesystems: report.filesystems },
      },
      clusterDetails: {
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
      osdAnalysis: {
        cephClusterSpecGeneration: report.clusterGeneration,
        diskDaemon: { status: 'ok', info: [], issues: [] },
        specAnalysis: report.disks,
      },
    },
  }),
};
