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

import { createHash } from 'node:crypto';
import {
  CloudAlerts,
  CloudSnapshot,
  helmBundle,
  openStackDeployment,
  openStackDeploymentStatus,
  readCephDetails,
  readHealth,
  readTopology,
  Rollout,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { readNodes } from './readNodes';
import { CloudView } from './types';

/** Reads one snapshot as the pages show it. */
export function readCloudView(
  cloud: MoskCloud,
  snapshot: CloudSnapshot,
  rollouts: ReadonlyArray<Pick<Rollout, 'object' | 'state'>>,
  alerts?: CloudAlerts,
): CloudView {
  const topology = readTopology(snapshot, {
    title: cloud.title,
    links: cloud.links,
  });
  const health = readHealth(snapshot, topology, { rollouts, alerts });
  const [status] = snapshot.objects(openStackDeploymentStatus);
  const [deployment] = snapshot.objects(openStackDeployment);
  const version = deployment?.spec.openstack_version;
  const shown = {
    topology,
    health,
    alerts,
    nodes: readNodes(snapshot, health),
    moskRelease: status?.release,
    openstackRelease:
      status?.openStackVersion ??
      (typeof version === 'string' ? version : undefined),
  };
  return { ...shown, cloud, snapshot, revision: revisionOf(snapshot, shown) };
}

function revisionOf(snapshot: CloudSnapshot, shown: object): string {
  const { connection, missing } = snapshot;
  const releases = snapshot.objects(helmBundle).map(({ status }) => status);
  // A check that found what the last one found is no news, nor are a few bytes more.
  const ceph = readCephDetails(snapshot).map(
    ({ lastCheckedAt: _at, capacity, pools, deviceClasses: _, ...details }) => [
      details,
      pools.map(({ usage: _usage, ...pool }) => pool),
      capacity && Math.round(((capacity.used ?? 0) / capacity.total) * 100),
    ],
  );
  // When the last word came, and when the next attempt is due, are no news.
  const { state, since, error } = connection;
  return createHash('sha256')
    .update(
      JSON.stringify([state, since, error, missing, releases, ceph, shown]),
    )
    .digest('hex')
    .slice(0, 16);
}
