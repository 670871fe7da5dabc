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
import { listOf, objectOf } from '../values';

/** One part of a Ceph cluster, in the words in which the operator names it. */
export interface CephPart {
  name: string;
  title: string;
  /** Left out where the spec asks for none of it, unless the operator names it. */
  isAsked?: (spec: JsonObject) => boolean;
  /** Not tried for a cluster that runs elsewhere. */
  ownOnly?: boolean;
  /** What comes after it is not tried until it is calm. */
  first?: boolean;
}

/** Parts in the order in which the operator applies them, in each of its rounds. */
export const applyOrder: readonly CephPart[] = [
  {
    name: 'label nodes',
    title: 'Labels of nodes',
    ownOnly: true,
    first: true,
  },
  {
    name: 'annotate nodes',
    title: 'Annotations of nodes',
    ownOnly: true,
    first: true,
  },
  {
    name: 'network policies',
    title: 'Network policies',
    ownOnly: true,
    first: true,
  },
  {
    name: 'cephcsi',
    title: 'Ceph CSI',
    isAsked: spec => Object.keys(objectOf(spec.csi)).length > 0,
  },
  { name: 'cephcluster', title: 'Ceph cluster' },
  { name: 'cephblockpools', title: 'Pools', ownOnly: true },
  {
    name: 'shared filesystems',
    title: 'Shared filesystems',
    ownOnly: true,
    isAsked: spec =>
      hasItems(objectOf(spec.sharedFilesystem).cephFS) ||
      hasItems(objectOf(spec.sharedFilesystem).cephFilesystems),
  },
  { name: 'storageclasses', title: 'Storage classes' },
  { name: 'cephclients', title: 'Clients' },
  {
    name: 'ceph object storage',
    title: 'Object storage',
    isAsked: spec => Object.keys(objectOf(spec.objectStorage)).length > 0,
  },
  {
    name: 'RBD Mirroring',
    title: 'RBD mirroring',
    isAsked: spec => Object.keys(objectOf(spec.rbdMirror)).length > 0,
  },
  { name: 'Openstack secret', title: 'Keys for OpenStack', ownOnly: true },
  {
    name: 'ingress proxy',
    title: 'Ingress',
    ownOnly: true,
    isAsked: spec =>
      ['ingress', 'ingressConfig'].some(
        key => Object.keys(objectOf(spec[key])).length > 0,
      ) || Object.keys(objectOf(spec.objectStorage)).length > 0,
  },
  { name: 'cluster state', title: 'State of the cluster', ownOnly: true },
];

/** Parts that count for a spec, and those that the operator named although the spec shows none. */
export function partsOf(
  spec: JsonObject,
  named: readonly string[],
): readonly CephPart[] {
  const external = isExternal(spec);
  const known = applyOrder.filter(
    ({ name, ownOnly, isAsked }) =>
      named.includes(name) ||
      (!(external && ownOnly) && (isAsked === undefined || isAsked(spec))),
  );
  const unknown = named
    .filter(name => !applyOrder.some(part => part.name === name))
    .map(name => ({ name, title: name }));
  return [...known, ...unknown];
}

/** True for a spec of a cluster that runs elsewhere. */
function isExternal(spec: JsonObject): boolean {
  return (
    spec.external === true ||
    objectOf(spec.external).enable === true ||
    objectOf(objectOf(spec.cluster).external).enable === true
  );
}

function hasItems(value: JsonObject[string]): boolean {
  return listOf(value).length > 0;
}
