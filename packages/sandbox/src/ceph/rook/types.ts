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

import { WorkloadPlan } from '../../workloads/types';

export const daemonKinds = ['mon', 'mgr', 'osd', 'rgw', 'mds'] as const;
export type DaemonKind = (typeof daemonKinds)[number];

/** A Deployment that runs daemons of Ceph. */
export interface Daemon {
  kind: DaemonKind;
  /** `a` for a monitor, `0` for an OSD. */
  id: string;
  plan: WorkloadPlan;
  /** Where it runs; gateways are not bound to a node. */
  node?: string;
  /** Of an OSD. */
  device?: string;
  deviceClass?: string;
  /** Name of the object store or filesystem that it serves. */
  owner?: string;
}

/** How a release of Rook differs from others. */
export interface RookRelease {
  /** Of Ceph, as in `19.2.3`. */
  cephVersion: string;
  /** Ceph CSI has an operator of its own, and workloads named after its drivers. */
  csiOperator: boolean;
}

export const rookNamespace = 'rook-ceph';
export const rookManager = 'rook';
export const cephImage = (version: string) =>
  `mirantis.azurecr.io/mirantis/ceph:v${version}`;

/** What makes the objects of Rook wait for its operator when they are deleted. */
export const finalizerOf = (kind: string) =>
  `${kind.toLowerCase()}.ceph.rook.io`;
