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

import { CephFacts, isReportOutdated } from '../../ceph/cephFacts';
import { referenceOf } from '../../topology/partsOfWorkloads';
import { HealthReason } from '../types';

/** What the Ceph operator found wrong in its own, wider look at the cluster. */
export function readCephReportHealth(
  facts: CephFacts,
  settling: boolean,
): HealthReason[] {
  const { report, cluster } = facts;
  if (!report) {
    return [];
  }
  const { kind, metadata, state, lastUpdateAt, lastCheckAt } = report;
  const about = `${kind} ${metadata.namespace}/${metadata.name}`;
  const object = referenceOf(report);
  if (isReportOutdated(facts)) {
    return [
      {
        code: 'HealthReportOutdated',
        state: settling ? 'progressing' : 'unknown',
        message: `${about} is about what was there before the last change`,
        object,
        since: lastCheckAt,
      },
    ];
  }
  if (state === 'Ok' || state === 'Ready') {
    return [];
  }
  if (state !== 'Failed') {
    return [
      {
        code: 'HealthReportUnknown',
        state: 'unknown',
        message: `${about} has ${
          state
            ? `the state ${state}, which the portal does not know`
            : 'no state'
        }`,
        object,
        since: lastCheckAt,
      },
    ];
  }
  // Ceph's own checks stand there already, by name.
  const known = (cluster?.checks ?? []).map(({ name }) => name);
  const issues = report.issues.filter(
    issue => !known.some(name => issue.includes(name)),
  );
  if (issues.length === 0 && (known.length > 0 || settling)) {
    return [];
  }
  return (issues.length > 0 ? issues : ['no reason given']).map(issue => ({
    code: 'CephIssue',
    state: settling ? 'progressing' : 'degraded',
    message: `${about} reports: ${issue}`,
    object,
    since: lastUpdateAt,
  }));
}
