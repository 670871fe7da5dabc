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

import { JsonObject } from '@backstage/types';
import { listOf, numberOf, objectOf, textOf } from '../kinds/values';
import { ProjectedWorkload } from '../kinds/workload';

/**
 * Sorts of daemons that make a Ceph cluster.
 * @public
 */
export type CephDaemon = 'mon' | 'mgr' | 'osd' | 'rgw' | 'mds';

/**
 * Sorts of daemons in the order in which Rook starts them, with what people call them.
 * @public
 */
export const cephDaemonTitles: Readonly<Record<CephDaemon, string>> = {
  mon: 'Monitors',
  mgr: 'Managers',
  osd: 'OSDs',
  rgw: 'Object gateways',
  mds: 'Metadata servers',
};

export const cephDaemons = Object.keys(
  cephDaemonTitles,
) as readonly CephDaemon[];

const label = /^rook-ceph-(mon|mgr|osd|rgw|mds)$/;

/** Which sort of daemon a workload runs; undefined for one that is no daemon of Ceph. */
export function cephDaemonOf({
  kind,
  metadata,
  selector,
}: ProjectedWorkload): CephDaemon | undefined {
  const app = metadata.labels.app ?? selector.app ?? '';
  return kind === 'Deployment'
    ? (label.exec(app)?.[1] as CephDaemon | undefined)
    : undefined;
}

/** Namespace in which Rook runs the cluster that a spec asks for. */
export function rookNamespaceOf(spec: JsonObject): string {
  return textOf(spec.rookNamespace) ?? 'rook-ceph';
}

/**
 * How many daemons a spec asks for, as far as it tells: of nodes that are chosen by a label nobody knows how many
 * there are.
 */
export function wantedDaemonsOf(
  spec: JsonObject,
): Partial<Record<CephDaemon, number>> {
  const nodes = listOf(spec.nodes).map(objectOf);
  if (nodes.some(node => textOf(node.nodesByLabel))) {
    return {};
  }
  const countOf = (node: JsonObject) =>
    Math.max(listOf(node.nodeGroup).length, 1);
  const withRole = (role: CephDaemon) =>
    nodes
      .filter(({ roles }) => listOf(roles).includes(role))
      .reduce((sum, node) => sum + countOf(node), 0);
  const osds = nodes.reduce(
    (sum, node) =>
      sum +
      countOf(node) *
        listOf(node.devices).reduce<number>(
          (count, device) => count + osdsOn(objectOf(device)),
          0,
        ),
    0,
  );
  return withoutZeros({
    mon: withRole('mon'),
    // Ceph runs one active manager and at most one beside it.
    mgr: Math.min(withRole('mgr'), 2),
    osd: osds,
    rgw: gatewaysOf(spec, withRole('rgw')),
    mds: serversOf(spec),
  });
}

function osdsOn({ config }: JsonObject): number {
  const { osdsPerDevice } = objectOf(config);
  const count = numberOf(osdsPerDevice) ?? Number(textOf(osdsPerDevice) ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function gatewaysOf(spec: JsonObject, nodes: number): number {
  const storage = objectOf(spec.objectStorage);
  const gateways = [
    objectOf(objectOf(storage.rgw).gateway),
    ...listOf(storage.objectStores).map(store =>
      objectOf(objectOf(objectOf(store).spec).gateway),
    ),
  ];
  return gateways.reduce(
    (sum, gateway) =>
      sum +
      (gateway.allNodes === true ? nodes : numberOf(gateway.instances) ?? 0),
    0,
  );
}

function serversOf(spec: JsonObject): number {
  const shared = objectOf(spec.sharedFilesystem);
  const servers = [
    ...listOf(shared.cephFS).map(objectOf),
    ...listOf(shared.cephFilesystems).map(item =>
      objectOf(objectOf(item).spec),
    ),
  ].map(({ metadataServer }) => objectOf(metadataServer));
  return servers.reduce(
    (sum, { activeCount, activeStandby }) =>
      sum + (numberOf(activeCount) ?? 0) * (activeStandby === true ? 2 : 1),
    0,
  );
}

function withoutZeros(
  counts: Record<CephDaemon, number>,
): Partial<Record<CephDaemon, number>> {
  return Object.fromEntries(
    Object.entries(counts).filter(([, count]) => count > 0),
  );
}
