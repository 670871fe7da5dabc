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

import { CephHealthCheck } from '../kinds/CephCluster';
import { CephEvent, CephUsage } from '../kinds/cephHealth';
import { ObjectReference } from '../kinds/types';
import { CloudSnapshot } from '../snapshot/types';
import { CephFacts, cephFactsOf, isReportOutdated } from './cephFacts';
import { CephDaemon } from './daemons';
import { CephWritability, readCephWritability } from './readCephWritability';
import { poolRolesOf } from './cephSpecs';

/**
 * A pool, a filesystem or an object store of a Ceph cluster.
 * @public
 */
export interface CephPart {
  object: ObjectReference;
  name: string;
  /** As Rook says; undefined while it says nothing. */
  phase?: string;
  /** What a pool is for, such as `volumes`. */
  role?: string;
  deviceClass?: string;
  failureDomain?: string;
  /** Such as `3 replicas` or `2 + 1 chunks`. */
  redundancy?: string;
  usage?: CephUsage;
}

/**
 * What a page shows of one Ceph cluster. Times are RFC 3339; what nobody told is undefined.
 * @public
 */
export interface CephDetails {
  /** Id of its component. */
  componentId: string;
  name: string;
  /** The object that asks for it. */
  spec?: ObjectReference;
  /** Whether the portal may change that object, and why not. */
  writability?: CephWritability;
  cluster?: ObjectReference;
  fsid?: string;
  phase?: string;
  message?: string;
  /** `HEALTH_OK`, `HEALTH_WARN` or `HEALTH_ERR`. */
  health?: string;
  checks: readonly CephHealthCheck[];
  lastCheckedAt?: string;
  /** Bytes. */
  capacity?: { total: number; used?: number; available?: number };
  deviceClasses: Readonly<Record<string, CephUsage>>;
  version?: string;
  /** How many daemons run which version, by their sort. */
  versions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  daemons: ReadonlyArray<{
    daemon: CephDaemon;
    title: string;
    ready: number;
    wanted: number;
    /** In the words of Ceph, such as `3 mons, quorum [a b c]`. */
    info: readonly string[];
    workloads: readonly ObjectReference[];
  }>;
  pools: readonly CephPart[];
  filesystems: readonly CephPart[];
  objectStores: readonly CephPart[];
  rebalance?: CephEvent;
  /** What the Ceph operator found wrong. */
  issues: readonly string[];
  /** The report of the operator is about what was there before the last change. */
  reportOutdated: boolean;
}

/**
 * Capacity, checks, versions, daemons and pools of each Ceph cluster of a cloud.
 * @public
 */
export function readCephDetails(snapshot: CloudSnapshot): CephDetails[] {
  return cephFactsOf(snapshot).map(facts => readDetails(facts, snapshot));
}

function readDetails(facts: CephFacts, snapshot: CloudSnapshot): CephDetails {
  const { name, spec, cluster, report } = facts;
  const { capacity } = cluster ?? {};
  const roles = poolRolesOf(spec?.spec ?? {});
  return {
    componentId: `ceph-cluster/${name}`,
    name,
    spec: spec && referenceTo(spec),
    writability: spec && readCephWritability(snapshot, spec.kind),
    cluster: cluster && referenceTo(cluster),
    fsid: cluster?.fsid,
    phase: cluster?.phase,
    message: cluster?.message,
    health: cluster?.health,
    checks: cluster?.checks ?? [],
    lastCheckedAt: cluster?.lastCheckedAt,
    capacity:
      capacity?.total === undefined
        ? undefined
        : { ...capacity, total: capacity.total },
    deviceClasses: report?.deviceClasses ?? {},
    version: cluster?.version ?? spec?.status.clusterVersion,
    versions: cluster?.versions ?? {},
    daemons: facts.daemons.map(
      ({ daemon, title, ready, wanted, workloads }) => ({
        daemon,
        title,
        ready,
        wanted,
        workloads: workloads.map(referenceTo),
        info: report?.daemons[daemon]?.info ?? [],
      }),
    ),
    pools: facts.pools.map(pool => ({
      ...readPart(pool),
      role: roles.get(pool.metadata.name),
      deviceClass: pool.shape.deviceClass,
      failureDomain: pool.shape.failureDomain ?? pool.info.failureDomain,
      redundancy: redundancyOf(pool.shape),
      usage: report?.pools[pool.metadata.name],
    })),
    filesystems: facts.filesystems.map(readPart),
    objectStores: facts.stores.map(readPart),
    rebalance: report?.rebalance,
    issues: report?.issues ?? [],
    reportOutdated: isReportOutdated(facts),
  };
}

function readPart(
  part: CephFacts['filesystems'][number],
): Pick<CephPart, 'object' | 'name' | 'phase'> {
  return {
    object: referenceTo(part),
    name: part.metadata.name,
    phase: part.phase,
  };
}

function referenceTo({
  kind,
  metadata,
}: {
  kind: string;
  metadata: { name: string; namespace?: string };
}): ObjectReference {
  return { kind, namespace: metadata.namespace, name: metadata.name };
}

function redundancyOf({
  replicas,
  erasureCoded,
}: CephFacts['pools'][number]['shape']): string | undefined {
  if (erasureCoded) {
    return `${erasureCoded.dataChunks} + ${erasureCoded.codingChunks} chunks`;
  }
  return replicas === undefined ? undefined : `${replicas} replicas`;
}
