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
  CephDetails,
  CloudSnapshot,
  Component,
  MoskViews,
  readCephDetails,
} from '@mosk-portal/plugin-mosk-common';

/** The Ceph cluster that a component is, or that it is a pool of. */
export function cephDetail(
  component: Component,
  snapshot: CloudSnapshot,
  workloads: readonly MoskViews.Workload[],
): MoskViews.Ceph | undefined {
  const { id, type } = component;
  if (type !== 'ceph-cluster' && type !== 'ceph-pool') {
    return undefined;
  }
  const details = readCephDetails(snapshot).find(({ componentId }) =>
    [id, ...component.dependsOn].includes(componentId),
  );
  if (!details) {
    return undefined;
  }
  const isPool = type === 'ceph-pool';
  const { capacity, health, lastCheckedAt, writability } = details;
  return {
    health,
    lastCheckedAt,
    checks: [...details.checks].sort(
      (one, other) => rankOf(one.severity) - rankOf(other.severity),
    ),
    capacity,
    daemons: isPool
      ? []
      : details.daemons.map(({ workloads: own, info, ...daemon }) => ({
          ...daemon,
          info: [...info],
          unwell: workloads
            .filter(
              ({ object, state }) =>
                state !== 'healthy' &&
                own.some(
                  ({ kind, name }) =>
                    kind === object.kind && name === object.name,
                ),
            )
            .map(({ object, nodes = [], message, lastWarning }) => ({
              name: object.name,
              nodes,
              message: message ?? lastWarning?.message,
            })),
        })),
    versions: versionsOf(details),
    pools: details.pools
      .filter(
        ({ object }) => !isPool || object.name === component.resource?.name,
      )
      .map(({ object: _object, usage, ...pool }) => ({
        ...pool,
        usage: usage && {
          total: usage.totalBytes,
          used: usage.usedBytes,
          available: usage.availableBytes,
        },
      })),
    rebalance:
      details.rebalance?.state === 'Progressing'
        ? details.rebalance.progress ?? 'data moves'
        : undefined,
    issues: [...details.issues],
    reportOutdated: details.reportOutdated,
    writable: writability?.writable,
    whyNotWritable: writability?.reason,
  };
}

/** Errors before warnings, before what is not known to be either. */
function rankOf(severity: string): number {
  const rank = ['HEALTH_ERR', 'HEALTH_WARN'].indexOf(severity);
  return rank < 0 ? 2 : rank;
}

function versionsOf({ versions }: CephDetails): MoskViews.Ceph['versions'] {
  const sorts = Object.entries(versions).filter(
    // The sum of all others, by Rook.
    ([sort]) => sort !== 'overall',
  );
  const names = new Set(sorts.flatMap(([, counts]) => Object.keys(counts)));
  const countOf = (version: string) =>
    sorts.reduce((sum, [, counts]) => sum + (counts[version] ?? 0), 0);
  return [...names]
    .sort((one, other) => countOf(other) - countOf(one))
    .map(version => ({
      version,
      daemons: sorts.flatMap(([sort, counts]) =>
        counts[version] ? [`${counts[version]} ${sort}`] : [],
      ),
    }));
}
