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
import { capacityOf, DaemonState } from '../rook/cephStatus';
import { DaemonKind, daemonKinds } from '../rook/types';
import { DaemonReport, HealthReport } from './types';

type PlayedDaemon = DaemonState & { wanted: number };

interface Counts {
  ready: number;
  desired: number;
}

/** What there is to see of a cluster. */
export interface PlayedCluster {
  object: KubernetesObject;
  /** As Rook has it. */
  cluster?: KubernetesObject;
  pools: readonly KubernetesObject[];
  stores: readonly KubernetesObject[];
  filesystems: readonly KubernetesObject[];
  daemons: readonly PlayedDaemon[];
  rookOperator: Counts;
  csi: ReadonlyArray<Counts & { name: string; kind: string }>;
}

/** Describes a cluster in the words of the operator. */
export function buildReport(
  played: PlayedCluster,
): Omit<HealthReport, 'checkedAt' | 'updatedAt'> {
  const { object, cluster, pools, stores, filesystems, daemons } = played;
  const ceph = cluster?.status?.ceph;
  const reports = Object.fromEntries(
    daemonKinds.flatMap(kind => {
      const own = daemons.filter(daemon => daemon.kind === kind);
      return own.length > 0 ? [[kind, reportOf(kind, own)]] : [];
    }),
  );
  const rookOperator = readyReport(
    'Deployment',
    'rook-ceph-operator',
    played.rookOperator,
  );
  const csi = Object.fromEntries(
    played.csi.map(one => [one.name, readyReport(one.kind, one.name, one)]),
  );
  const parts = [...pools, ...stores, ...filesystems];
  const issues = [
    ...[rookOperator, ...Object.values(reports), ...Object.values(csi)].flatMap(
      report => report.issues,
    ),
    ...(cluster ? [] : [`cephcluster '${object.metadata.name}' is not found`]),
    ...(cluster && !['Ready', 'Connected'].includes(cluster.status?.phase)
      ? [
          `cephcluster '${cluster.metadata.name}' is not ready: ${cluster.status?.message}`,
        ]
      : []),
    ...parts
      .filter(({ status }) => status?.phase !== 'Ready')
      .map(
        ({ kind, metadata }) =>
          `${kind?.toLowerCase() ?? 'object'} '${metadata.name}' is not ready`,
      ),
    ...Object.entries<any>(ceph?.details ?? {}).map(
      ([check, { message }]) => `${check}: ${message}`,
    ),
  ];
  return {
    specGeneration: object.metadata.generation ?? 1,
    clusterGeneration: cluster?.metadata.generation ?? 0,
    rookOperator,
    daemons: reports,
    csi,
    cluster: cluster?.status ?? {},
    pools: statusesOf(pools),
    stores: statusesOf(stores),
    filesystems: statusesOf(filesystems),
    ...usageOf(daemons, pools),
    rebalancing: Boolean(ceph?.details?.PG_DEGRADED),
    disks: Object.fromEntries(
      [
        ...new Set(
          daemons.flatMap(({ kind, node }) => (kind === 'osd' ? node! : [])),
        ),
      ].map(node => [node, { status: 'ok' as const, info: [], issues: [] }]),
    ),
    issues,
  };
}

function statusesOf(objects: readonly KubernetesObject[]) {
  return Object.fromEntries(
    objects.map(({ metadata, status }) => [metadata.name, status ?? {}]),
  );
}

function readyReport(
  kind: string,
  name: string,
  { ready, desired }: Counts,
): DaemonReport {
  const good = ready >= desired && desired > 0;
  return {
    status: good ? 'ok' : 'failed',
    info: [`${ready}/${desired} ready`],
    issues: good ? [] : [`${kind.toLowerCase()} '${name}' is not ready`],
  };
}

function reportOf(
  kind: DaemonKind,
  daemons: readonly PlayedDaemon[],
): DaemonReport {
  const issues = daemons
    .filter(({ ready, wanted }) => ready < wanted)
    .map(({ plan }) => `deployment '${plan.name}' is not ready`);
  return {
    status: issues.length > 0 ? 'failed' : 'ok',
    info: infoOf(kind, daemons),
    issues,
  };
}

function infoOf(kind: DaemonKind, daemons: readonly PlayedDaemon[]): string[] {
  const up = daemons.filter(({ ready }) => ready > 0);
  const ids = up.map(({ id }) => id);
  const sum = (key: 'ready' | 'wanted') =>
    daemons.reduce((total, daemon) => total + daemon[key], 0);
  switch (kind) {
    case 'mon':
      return [`${daemons.length} mons, quorum [${ids.join(' ')}]`];
    case 'mgr':
      return ids.length > 0
        ? [`${ids[0]} is active mgr, standbys: [${ids.slice(1).join(' ')}]`]
        : ['no active mgr'];
    case 'osd':
      return [`${daemons.length} osds, ${up.length} up, ${daemons.length} in`];
    case 'rgw':
      return [
        `${sum('ready')}/${sum('wanted')} rgws running [${ids.join(' ')}]`,
      ];
    default: {
      const owners = [...new Set(daemons.map(({ owner }) => owner))];
      return owners.map(
        owner =>
          `mds active: ${
            up.some(one => one.owner === owner) ? 1 : 0
          }/1 (cephfs '${owner}')`,
      );
    }
  }
}

/** Byte counts are texts, as the operators write them. */
function usageOf(
  daemons: readonly PlayedDaemon[],
  pools: readonly KubernetesObject[],
): Pick<HealthReport, 'deviceClasses' | 'poolUsage'> {
  const osds = daemons.filter(({ kind }) => kind === 'osd');
  const classes = [
    ...new Set(osds.map(({ deviceClass }) => deviceClass ?? '')),
  ];
  const { bytesUsed, bytesAvailable } = capacityOf(daemons);
  const used = Math.round(bytesUsed / 3 / Math.max(pools.length, 1));
  const available = Math.round(bytesAvailable / 3);
  return {
    deviceClasses: Object.fromEntries(
      classes.map(name => {
        const one = capacityOf(
          osds.filter(({ deviceClass = '' }) => deviceClass === name),
        );
        return [
          name,
          {
            usedBytes: String(one.bytesUsed),
            availableBytes: String(one.bytesAvailable),
            totalBytes: String(one.bytesTotal),
          },
        ];
      }),
    ),
    poolUsage: Object.fromEntries(
      pools.map(({ metadata }) => [
        metadata.name,
        {
          usedBytes: String(used),
          availableBytes: String(available),
          totalBytes: String(used + available),
          usedBytesPercentage: ((100 * used) / (used + available || 1)).toFixed(
            3,
          ),
        },
      ]),
    ),
  };
}
