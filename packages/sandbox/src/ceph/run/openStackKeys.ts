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

import { WantedCluster } from '../types';

const users = { images: 'glance', volumes: 'cinder', vms: 'nova' };

/** The pools that OpenStack keeps its data in; undefined where there are none. */
function poolsForOpenStack(wanted: WantedCluster) {
  const pools = wanted.pools.filter(({ role }) => role && role in users);
  return wanted.sharesKeys && pools.length > 0 ? pools : undefined;
}

/** What the Secret for OpenStack says; undefined when there shall be none. */
export function openStackKeys(
  wanted: WantedCluster,
  fsid: string,
): Record<string, string> | undefined {
  const pools = poolsForOpenStack(wanted);
  if (!pools) {
    return undefined;
  }
  const monitors = wanted.nodes
    .filter(({ roles }) => roles.includes('mon'))
    .map((_, index) => `10.12.1.${10 + index}:6789`);
  const of = (roles: string[]) =>
    pools
      .filter(({ role }) => roles.includes(role!))
      .map(({ name, role, spec }) => `;${name}:${role}:${spec.deviceClass}`)
      .join('');
  const key = (user: string, ...roles: string[]) =>
    `client.${user};c2FuZGJveA==\n${of(roles)}`;
  return {
    fsid,
    mon_endpoints: monitors.join(';'),
    glance: key('glance', 'images'),
    cinder: key('cinder', 'volumes', 'backup'),
    nova: key('nova', 'vms', 'images', 'volumes'),
    ...(wanted.stores.length > 0 && {
      rgw_internal: `https://rook-ceph-rgw-${wanted.stores[0].name}.rook-ceph.svc/`,
    }),
  };
}
