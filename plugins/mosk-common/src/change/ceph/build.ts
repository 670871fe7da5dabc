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

import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { resourceIdentities } from '../../kinds/identities';
import { RawObject } from '../../kinds/types';
import { mergeObjects, withoutEmpty } from '../merge';
import { readSpec } from '../openstack/build';
import { parsePath, setIn } from '../path';
import {
  CephInput,
  CephNodeInput,
  CephObjectStoreInput,
  CephPoolInput,
} from './input';

/** Kinds that ask for a Ceph cluster. */
export type CephSpecKind = 'MiraCeph' | 'CephDeployment';

const defaultNamespace = 'ceph-lcm-mirantis';
const openStackRoles = ['vms', 'images', 'backup', 'volumes'];

/**
 * The manifest of a Ceph cluster, in the shape of the kind that the cloud has.
 * @public
 */
export function buildCeph(kind: CephSpecKind, input: CephInput): RawObject {
  if (typeof input.name !== 'string' || !input.name) {
    throw new InputError("Input 'name' is missing: it names the Ceph cluster.");
  }
  const { group, version } = resourceIdentities[kind];
  const pools = [...(input.pools ?? []), ...openStackPools(input)];
  const shaped = kind === 'MiraCeph' ? olderSpec : newerSpec;
  const parts = [
    withoutEmpty(shaped(input, pools)),
    readSpec('spec', input.spec),
    editedSpec(input),
    readSpec('secretSpec', input.secretSpec),
  ];
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: {
      name: input.name,
      namespace: input.namespace || defaultNamespace,
    },
    spec: parts.reduce(mergeObjects),
  };
}

/** A form sends an empty list for what nobody filled in. */
function filled<T>(list: T[] | undefined): T[] | undefined {
  return list?.length ? list : undefined;
}

/** A form sends an object with defaults for what nobody named. */
function storeOf({ objectStore }: CephInput): CephObjectStoreInput | undefined {
  return objectStore?.name ? objectStore : undefined;
}

function olderSpec(input: CephInput, pools: CephPoolInput[]): JsonObject {
  const store = storeOf(input);
  return {
    network: {
      publicNet: filled(input.publicNetworks)?.join(','),
      clusterNet: filled(input.clusterNetworks)?.join(','),
    },
    nodes: filled(input.nodes)?.map(cephNodeSpec),
    pools: filled(pools)?.map(pool =>
      withoutEmpty({
        name: pool.name,
        role: pool.role || pool.name,
        default: pool.default === true,
        deviceClass: pool.deviceClass,
        failureDomain: pool.failureDomain,
        ...redundancyOf(pool),
      }),
    ),
    objectStorage: {
      rgw: store && {
        name: store.name,
        ...storePools(store),
        gateway: { allNodes: false, ...gatewayOf(store) },
        preservePoolsOnDelete: false,
      },
    },
  } as JsonObject;
}

function newerSpec(input: CephInput, pools: CephPoolInput[]): JsonObject {
  const store = storeOf(input);
  return {
    cluster: {
      network: {
        addressRanges: {
          public: filled(input.publicNetworks),
          cluster: filled(input.clusterNetworks),
        },
      },
    },
    nodes: filled(input.nodes)?.map(cephNodeSpec),
    blockStorage: {
      pools: filled(pools)?.map(pool =>
        withoutEmpty({
          name: pool.name,
          role: pool.role,
          storageClassOpts: { default: pool.default || undefined },
          spec: {
            deviceClass: pool.deviceClass,
            failureDomain: pool.failureDomain,
            ...redundancyOf(pool),
          },
        } as JsonObject),
      ),
    },
    objectStorage: {
      objectStores: store && [
        withoutEmpty({
          name: store.name,
          usedForOpenstack: true,
          spec: { ...storePools(store), gateway: gatewayOf(store) },
        } as JsonObject),
      ],
    },
  } as JsonObject;
}

/**
 * A node as an item of `spec.nodes`, alike in both kinds of Ceph.
 * @public
 */
export function cephNodeSpec({
  name,
  roles,
  devices,
}: CephNodeInput): JsonObject {
  return withoutEmpty({
    name,
    roles: roles ?? [],
    devices: filled(devices)?.map(device => {
      const { path, deviceClass, metadataDevice, osdsPerDevice } = device;
      return withoutEmpty({
        // The operator reads `fullpath`, all in lower case.
        ...(path?.startsWith('/') ? { fullpath: path } : { name: path }),
        config: {
          deviceClass,
          metadataDevice,
          osdsPerDevice: osdsPerDevice && String(osdsPerDevice),
        },
      } as JsonObject);
    }),
  } as JsonObject);
}

function redundancyOf(
  pool: Pick<CephPoolInput, 'replicas' | 'dataChunks' | 'codingChunks'>,
) {
  const { replicas, dataChunks, codingChunks } = pool;
  return {
    replicated: { size: replicas },
    erasureCoded: { dataChunks, codingChunks },
  };
}

function storePools({ deviceClass, replicas = 3 }: CephObjectStoreInput) {
  const pool = {
    deviceClass,
    failureDomain: 'host',
    replicated: { size: replicas },
  };
  return { dataPool: pool, metadataPool: pool };
}

function gatewayOf({ instances, port, securePort }: CephObjectStoreInput) {
  return { instances, port, securePort };
}

/** One of each, or the operator refuses them all. */
function openStackPools({
  openStackPools: wanted,
}: CephInput): CephPoolInput[] {
  return wanted?.deviceClass
    ? openStackRoles.map(role => ({
        name: role,
        role,
        deviceClass: wanted.deviceClass,
        replicas: wanted.replicas ?? 3,
      }))
    : [];
}

function editedSpec({ edit }: CephInput): JsonObject {
  const edited = Object.entries(edit?.set ?? {}).reduce<JsonObject>(
    (object, [path, value]) => {
      const keys = parsePath(path);
      if (keys[0] !== 'spec' || keys.length < 2) {
        throw new InputError(
          `Path '${path}' cannot be edited: only fields below 'spec' can, such as 'spec.nodes'.`,
        );
      }
      return setIn(object, keys, value as JsonValue);
    },
    {},
  );
  return (edited.spec ?? {}) as JsonObject;
}
