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
import {
  CephNodeInput,
  cephNodeSpec,
  isSameObject,
  MoskCephNodesValue,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';

/** Classes that Ceph itself tells apart, the usual one first. */
export const usualClasses = ['ssd', 'nvme', 'hdd'];

const listOf = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value) ? (value as JsonObject[]) : [];

/** Nodes that the live Ceph cluster has, as they stand in its spec. */
export function nodesOf({ spec }: Pick<MoskViews.Manifest, 'spec'>) {
  return listOf((spec as JsonObject | undefined)?.nodes);
}

/** What the field gives: the nodes that are added, and the edit that adds them to those that are there. */
export function withAdded(
  live: Pick<MoskViews.Manifest, 'spec' | 'specVersion'>,
  added: CephNodeInput[],
): MoskCephNodesValue {
  return {
    specVersion: live.specVersion,
    added,
    set: added.length
      ? { 'spec.nodes': [...nodesOf(live), ...added.map(cephNodeSpec)] }
      : {},
  };
}

/** Nodes that a person added before, without those for another cluster and those that the cluster got meanwhile. */
export function keptNodes(
  value: MoskCephNodesValue | undefined,
  live: Pick<MoskViews.Manifest, 'spec' | 'specVersion'>,
): CephNodeInput[] {
  if (
    !value?.specVersion ||
    !isSameObject(value.specVersion, live.specVersion)
  ) {
    return [];
  }
  const taken = new Set(nodesOf(live).map(({ name }) => name));
  return (value.added ?? []).filter(({ name }) => !taken.has(name));
}

/** Nodes of the Kubernetes cluster that the Ceph cluster does not have, and that were not chosen yet. */
export function offeredNodes(
  nodes: readonly MoskViews.NodeSummary[],
  live: Pick<MoskViews.Manifest, 'spec'>,
  added: readonly CephNodeInput[],
): MoskViews.NodeSummary[] {
  const taken = new Set([
    ...nodesOf(live).map(({ name }) => name),
    ...added.map(({ name }) => name),
  ]);
  return nodes.filter(({ name }) => !taken.has(name));
}

/** Device classes to choose from: those that the cluster uses, and the usual ones. */
export function deviceClassesOf(live: Pick<MoskViews.Manifest, 'spec'>) {
  const used = nodesOf(live)
    .flatMap(({ devices }) => listOf(devices))
    .map(({ config }) => (config as JsonObject | undefined)?.deviceClass)
    .filter((one): one is string => typeof one === 'string');
  return [...new Set([...used, ...usualClasses])];
}
