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

import { JsonObject, JsonValue } from '@backstage/types';
import { listOf, numberOf, objectOf, textOf } from '../../kinds/values';

interface Placed {
  /** Dotted path in the manifest. */
  path: string;
}

export interface CephNodeSpec extends Placed {
  name?: string;
  roles: string[];
  devices: Array<Placed & { device?: string; deviceClass?: string }>;
  /** Class for all devices of the node. */
  deviceClass?: string;
  raw: JsonObject;
}

export interface CephPoolSpec extends Placed {
  /** Where the fields of the pool itself stand. */
  fieldPath: string;
  name?: string;
  role?: string;
  isDefault: boolean;
  deviceClass?: string;
  failureDomain?: string;
  reclaimPolicy?: string;
  replicated?: JsonObject;
  erasureCoded?: JsonObject;
}

export interface CephGatewaySpec extends Placed {
  instances: number;
  allNodes: boolean;
  hasPort: boolean;
}

/** What both kinds say, whatever their shape. */
export interface CephSpecView {
  networks: Array<Placed & { title: string; ranges: string[] }>;
  nodes: CephNodeSpec[];
  pools: CephPoolSpec[];
  gateways: CephGatewaySpec[];
  /** Active metadata servers that the filesystems ask for. */
  metadataServers: number;
  peers: number;
  realms: Array<Placed & { count: number }>;
  isExternal: boolean;
  /** Pools that Ceph cannot keep in chunks. */
  replicatedPools: Array<Placed & { title: string; pool: JsonObject }>;
}

/** Reads a spec of either kind into one view, for the checks. */
export function readCephSpec(
  kind: 'MiraCeph' | 'CephDeployment',
  spec: JsonObject,
): CephSpecView {
  const older = kind === 'MiraCeph';
  const cluster = objectOf(spec.cluster);
  const external = objectOf(older ? spec.external : cluster.external);
  const storage = objectOf(spec.objectStorage);
  return {
    networks: older ? olderNetworks(spec) : newerNetworks(cluster),
    nodes: listOf(spec.nodes).map(readNode),
    pools: older
      ? listOf(spec.pools).map((value, index) =>
          readPool(objectOf(value), `spec.pools.${index}`, true),
        )
      : listOf(objectOf(spec.blockStorage).pools).map((value, index) =>
          readPool(objectOf(value), `spec.blockStorage.pools.${index}`, false),
        ),
    gateways: older
      ? [objectOf(storage.rgw)]
          .filter(({ name }) => name !== undefined)
          .map(rgw => readGateway(rgw, 'spec.objectStorage.rgw'))
      : listOf(storage.objectStores).map((value, index) =>
          readGateway(
            objectOf(objectOf(value).spec),
            `spec.objectStorage.objectStores.${index}.spec`,
          ),
        ),
    metadataServers: metadataServersOf(spec),
    peers: listOf(objectOf(spec.rbdMirror).peers).length,
    realms: realmsOf(storage, older),
    isExternal: external.enable === true,
    replicatedPools: [
      ...(older
        ? [metadataPoolOf(storage.rgw, 'spec.objectStorage.rgw')]
        : listOf(storage.objectStores).map((value, index) =>
            metadataPoolOf(
              objectOf(value).spec,
              `spec.objectStorage.objectStores.${index}.spec`,
            ),
          )),
      ...filesystemsOf(spec).flatMap(({ path, fields }) => [
        metadataPoolOf(fields, path),
        {
          path: `${path}.dataPools.0`,
          title: 'The default data pool of a filesystem',
          pool: objectOf(listOf(fields.dataPools)[0]),
        },
      ]),
    ],
  };
}

function olderNetworks(spec: JsonObject): CephSpecView['networks'] {
  const network = objectOf(spec.network);
  return [
    ['publicNet', 'public network'],
    ['clusterNet', 'cluster network'],
  ].map(([key, title]) => ({
    path: `spec.network.${key}`,
    title,
    ranges: (textOf(network[key]) ?? '')
      .split(',')
      .map(range => range.trim())
      .filter(Boolean),
  }));
}

function newerNetworks(cluster: JsonObject): CephSpecView['networks'] {
  const network = objectOf(cluster.network);
  if (network.selectors !== undefined) {
    // Multus attaches the networks, which have no ranges here.
    return [];
  }
  const ranges = objectOf(network.addressRanges);
  return ['public', 'cluster'].map(key => ({
    path: `spec.cluster.network.addressRanges.${key}`,
    title: `${key} network`,
    ranges: listOf(ranges[key]).flatMap(range => textOf(range) ?? []),
  }));
}

function readNode(value: JsonValue, index: number): CephNodeSpec {
  const node = objectOf(value);
  const path = `spec.nodes.${index}`;
  return {
    path,
    name: textOf(node.name),
    roles: listOf(node.roles).flatMap(role => textOf(role) ?? []),
    deviceClass: textOf(objectOf(node.config).deviceClass),
    devices: listOf(node.devices).map((item, position) => {
      const device = objectOf(item);
      return {
        path: `${path}.devices.${position}`,
        device: textOf(device.fullpath) ?? textOf(device.name),
        deviceClass: textOf(objectOf(device.config).deviceClass),
      };
    }),
    raw: node,
  };
}

function readPool(
  pool: JsonObject,
  path: string,
  older: boolean,
): CephPoolSpec {
  const fields = older ? pool : objectOf(pool.spec);
  const options = older ? pool : objectOf(pool.storageClassOpts);
  const part = (value: JsonValue | undefined) =>
    value === undefined ? undefined : objectOf(value);
  return {
    path,
    fieldPath: older ? path : `${path}.spec`,
    name: textOf(pool.name),
    role: textOf(pool.role),
    isDefault: options.default === true,
    deviceClass: textOf(fields.deviceClass),
    failureDomain: textOf(fields.failureDomain),
    reclaimPolicy: textOf(options.reclaimPolicy),
    replicated: part(fields.replicated),
    erasureCoded: part(fields.erasureCoded),
  };
}

function readGateway(store: JsonObject, path: string): CephGatewaySpec {
  const gateway = objectOf(store.gateway);
  return {
    path: `${path}.gateway`,
    instances: numberOf(gateway.instances) ?? 0,
    allNodes: gateway.allNodes === true,
    hasPort: gateway.port !== undefined || gateway.securePort !== undefined,
  };
}

function metadataPoolOf(value: JsonValue | undefined, path: string) {
  return {
    path: `${path}.metadataPool`,
    title: 'Metadata',
    pool: objectOf(objectOf(value).metadataPool),
  };
}

function filesystemsOf(
  spec: JsonObject,
): Array<Placed & { fields: JsonObject }> {
  const shared = objectOf(spec.sharedFilesystem);
  return [
    ...listOf(shared.cephFS).map((value, index) => ({
      path: `spec.sharedFilesystem.cephFS.${index}`,
      fields: objectOf(value),
    })),
    ...listOf(shared.cephFilesystems).map((value, index) => ({
      path: `spec.sharedFilesystem.cephFilesystems.${index}.spec`,
      fields: objectOf(objectOf(value).spec),
    })),
  ];
}

function metadataServersOf(spec: JsonObject): number {
  return filesystemsOf(spec)
    .map(({ fields }) => objectOf(fields.metadataServer))
    .reduce((sum, { activeCount }) => sum + (numberOf(activeCount) ?? 1), 0);
}

function realmsOf(storage: JsonObject, older: boolean): CephSpecView['realms'] {
  const place = older ? objectOf(storage.multiSite) : storage;
  const path = older ? 'spec.objectStorage.multiSite' : 'spec.objectStorage';
  return (
    older
      ? ['realms', 'zoneGroups', 'zones']
      : ['realms', 'zonegroups', 'zones']
  ).map(key => ({ path: `${path}.${key}`, count: listOf(place[key]).length }));
}
