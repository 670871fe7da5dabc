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

import { planWorkload } from '../../workloads/planWorkload';
import { cephImage, Daemon, DaemonKind, rookNamespace } from './types';

/** The Deployment of a daemon, as Rook names and labels it. */
export function planDaemon(options: {
  kind: DaemonKind;
  /** What follows `rook-ceph-<kind>-`. */
  suffix: string;
  id: string;
  cephVersion: string;
  nodes: readonly string[];
  replicas?: number;
  details?: Pick<Daemon, 'device' | 'deviceClass' | 'owner'>;
}): Daemon {
  const { kind, suffix, id, cephVersion, nodes, replicas, details } = options;
  const labels: Record<string, string> = {
    app: `rook-ceph-${kind}`,
    rook_cluster: rookNamespace,
    ceph_daemon_type: kind,
    ceph_daemon_id: id,
    ...(kind === 'osd' && { 'ceph-osd-id': id }),
    ...(kind === 'rgw' && { rook_object_store: details?.owner ?? '' }),
    ...(kind === 'mds' && { rook_file_system: details?.owner ?? '' }),
  };
  return {
    kind,
    id,
    node: kind === 'rgw' ? undefined : nodes[0],
    ...details,
    plan: planWorkload({
      kind: 'Deployment',
      namespace: rookNamespace,
      name: `rook-ceph-${kind}-${suffix}`,
      labels,
      image: cephImage(cephVersion),
      containers: [kind],
      replicas,
      nodes,
    }),
  };
}

/** `a`, `b`, `c` and so on. */
export const letter = (index: number) => String.fromCharCode(97 + index);
