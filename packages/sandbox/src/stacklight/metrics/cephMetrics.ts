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

import { KubernetesObject } from '../../kubernetes';
import { readyShare } from './readyShare';
import { CloudObjects, Sample } from './types';

const healthValues: Record<string, number> = {
  HEALTH_OK: 0,
  HEALTH_WARN: 1,
  HEALTH_ERR: 2,
};

function clusterSamples({ metadata, status }: KubernetesObject): Sample[] {
  const labels = { rook_cluster: metadata.namespace! };
  const { health, details = {}, capacity } = status?.ceph ?? {};
  const known = healthValues[health] !== undefined;
  return [
    ...(known
      ? [
          {
            name: 'ceph_health_status',
            labels,
            value: healthValues[health],
          },
        ]
      : []),
    ...Object.entries<any>(details).map(([check, { severity }]) => ({
      name: 'ceph_health_detail',
      labels: { ...labels, name: check, severity },
      value: 1,
    })),
    ...(capacity
      ? [
          {
            name: 'ceph_cluster_total_bytes',
            labels,
            value: Number(capacity.bytesTotal ?? 0),
          },
          {
            name: 'ceph_cluster_total_used_bytes',
            labels,
            value: Number(capacity.bytesUsed ?? 0),
          },
        ]
      : []),
  ];
}

/** Daemons by the Deployments that Rook makes of them, as in `osd.3`. */
function daemonSamples(
  name: string,
  kind: 'osd' | 'mon',
  deployments: KubernetesObject[],
): Sample[] {
  return deployments
    .filter(({ metadata }) => metadata.labels?.app === `rook-ceph-${kind}`)
    .map(deployment => ({
      name,
      labels: {
        ceph_daemon: `${kind}.${deployment.metadata.name.replace(
          `rook-ceph-${kind}-`,
          '',
        )}`,
      },
      value: readyShare(deployment) > 0 ? 1 : 0,
    }));
}

/** What the manager of Ceph tells. */
export function cephMetrics(objects: CloudObjects): Sample[] {
  return [
    ...objects.cephClusters.flatMap(clusterSamples),
    ...daemonSamples('ceph_osd_up', 'osd', objects.deployments),
    ...daemonSamples('ceph_mon_quorum_status', 'mon', objects.deployments),
  ];
}
