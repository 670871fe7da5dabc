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

import { CephFacts, cephFactsOf } from '../../ceph/cephFacts';
import { readCephReportHealth } from './readCephReportHealth';
import { readCephSpecHealth } from './readCephSpecHealth';
import { readRookHealth } from './readRookHealth';
import { HealthReason } from '../types';
import { HealthReader } from './types';

/** Ceph's defaults: from here on it warns, and from here on it refuses writes. */
const nearFull = 0.85;
const full = 0.95;

/** What Ceph, Rook and the Ceph operator say of a cluster, beside what its daemons show. */
export const readCephClusterHealth: HealthReader = (
  component,
  _workloads,
  context,
) => {
  const facts = cephFactsOf(context.snapshot).find(
    ({ name }) => component.id === `ceph-cluster/${name}`,
  );
  if (!facts) {
    return [];
  }
  const settling = context.isSettling(component.resource);
  return [
    ...readRookHealth(facts, context),
    ...readDaemonsHealth(facts, settling),
    ...readCapacityHealth(facts),
    ...readCephSpecHealth(facts, context),
    ...readCephReportHealth(facts, settling),
  ];
};

/** A cluster bears the loss of a few daemons of a sort, but not of all, nor of half of the monitors. */
function readDaemonsHealth(
  { daemons, cluster }: CephFacts,
  settling: boolean,
): HealthReason[] {
  return daemons.flatMap((group): HealthReason[] => {
    const { daemon, title, ready, wanted, workloads } = group;
    if (ready >= wanted) {
      return [];
    }
    const count = `${title}: ${ready} of ${wanted} ready`;
    const isOver = ready === 0 || (daemon === 'mon' && ready * 2 <= wanted);
    if (isOver && cluster && !settling) {
      return [
        {
          code: 'DaemonsDown',
          state: 'failed',
          message:
            daemon === 'mon'
              ? `${count}, which is no majority, so the cluster cannot work`
              : `${count}, so nothing of what they serve works`,
        },
      ];
    }
    const running = workloads.reduce((sum, { wanted: own }) => sum + own, 0);
    return running < wanted
      ? [
          {
            code: 'DaemonsMissing',
            state: settling ? 'progressing' : 'degraded',
            message: `${count}; ${wanted - running} of them were not created`,
          },
        ]
      : [];
  });
}

function readCapacityHealth({ cluster }: CephFacts): HealthReason[] {
  const { total, used } = cluster?.capacity ?? {};
  if (!total || used === undefined || used / total < nearFull) {
    return [];
  }
  const share = `${Math.round((used / total) * 100)}% of ${sizeOf(total)} used`;
  return [
    used / total < full
      ? {
          code: 'CapacityNearFull',
          state: 'degraded',
          message: `${share}: Ceph refuses writes from ${full * 100}% on`,
        }
      : {
          code: 'CapacityFull',
          state: 'failed',
          message: `${share}: Ceph refuses writes`,
        },
  ];
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

function sizeOf(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return `${Number((bytes / 1024 ** power).toFixed(1))} ${units[power]}`;
}
