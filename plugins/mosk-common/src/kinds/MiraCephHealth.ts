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
export type ProjectedMiraCephHealth = ProjectedCephHealth<'MiraCephHealth'>;

/**
 * Health of the Ceph cluster as the Ceph Controller sees it, in MOSK up to 25.2.
 * @public
 */
export const miraCephHealth: KindDefinition<ProjectedMiraCephHealth> = {
  identity: resourceIdentities.MiraCephHealth,
  sensitivePaths: [],
  project: raw => {
    const status = objectOf(raw.status);
    const report = objectOf(status.fullClusterStatus);
    const details = objectOf(report.cephDetails);
    const usage = objectOf(details.usageDetails);
    return {
      kind: 'MiraCephHealth',
      metadata: projectMetadata(raw),
      state: textOf(status.state),
      lastCheckAt: timeOf(status.lastCheck),
      lastUpdateAt: timeOf(status.lastUpdate),
      issues: readTexts(status.messages),
      specGeneration: numberOf(status.miraCephGeneration),
      rookOperator: report.operatorStatus
        ? readDaemonReport(objectOf(report.operatorStatus))
        : undefined,
      daemons: readDaemonReports(report.daemonsStatus),
      csi: readDaemonReports(report.cephCSIPluginDaemonsStatus),
      deviceClasses: readUsage(usage.deviceClasses),
      pools: readUsage(usage.pools),
      rebalance: readEvent(objectOf(details.cephEvents).rebalanceDetails),
    };
  },
};
