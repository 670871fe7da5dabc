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

import {
  ProjectedCephHealth,
  readDaemonReport,
  readDaemonReports,
  readEvent,
  readTexts,
  readUsage,
} from './cephHealth';
import { resourceIdentities } from './identities';
import { projectMetadata } from './projectMetadata';
import { KindDefinition } from './types';
import { numberOf, objectOf, textOf, timeOf } from './values';

/** @public */
export type ProjectedCephDeploymentHealth =
  ProjectedCephHealth<'CephDeploymentHealth'>;

/**
 * Health of the Ceph cluster as Pelagia sees it, in MOSK from 26.1.
 * @public
 */
export const cephDeploymentHealth: KindDefinition<ProjectedCephDeploymentHealth> =
  {
    identity: resourceIdentities.CephDeploymentHealth,
    sensitivePaths: [],
    project: raw => {
      const status = objectOf(raw.status);
      const report = objectOf(status.healthReport);
      const daemons = objectOf(report.cephDaemons);
      const details = objectOf(report.clusterDetails);
      const usage = objectOf(details.usageDetails);
      return {
        kind: 'CephDeploymentHealth',
        metadata: projectMetadata(raw),
        state: textOf(status.state),
        lastCheckAt: timeOf(status.lastHealthCheck),
        lastUpdateAt: timeOf(status.lastHealthUpdate),
        issues: readTexts(status.issues),
        clusterGeneration: numberOf(
          objectOf(report.osdAnalysis).cephClusterSpecGeneration,
        ),
        rookOperator: report.rookOperator
          ? readDaemonReport(objectOf(report.rookOperator))
          : undefined,
        daemons: readDaemonReports(daemons.cephDaemons),
        csi: readDaemonReports(daemons.cephCSIDaemons),
        deviceClasses: readUsage(usage.deviceClasses),
        pools: readUsage(usage.pools),
        rebalance: readEvent(objectOf(details.cephEvents).rebalanceDetails),
      };
    },
  };
