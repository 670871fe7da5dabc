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

/** A Ceph cluster as its spec asks for it, whichever generation of spec that is. */
export interface WantedCluster {
  rookNamespace: string;
  /** It runs elsewhere and is only used. */
  external: boolean;
  preventDestroy: boolean;
  /** OpenStack gets its keys. */
  sharesKeys: boolean;
  networks: { public: readonly string[]; cluster: readonly string[] };
  nodes: readonly WantedNode[];
  pools: readonly WantedPool[];
  stores: readonly WantedPart[];
  filesystems: readonly WantedPart[];
  clients: readonly string[];
  /** What else the spec asks for, by the step that applies it. */
  others: Readonly<Record<string, object>>;
}

/** One node, after groups and labels of nodes are resolved. */
export interface WantedNode {
  name: string;
  roles: readonly string[];
  devices: ReadonlyArray<{
    path?: string;
    deviceClass?: string;
    osds: number;
  }>;
  monitorIp?: string;
  usesAllDevices: boolean;
}

export interface WantedPart {
  /** As Rook names it. */
  name: string;
  /** As Rook takes it. */
  spec: Record<string, any>;
}

export interface WantedPool extends WantedPart {
  /** Without the class of its devices. */
  shortName: string;
  role?: string;
  isDefault: boolean;
}

/** What the OpenStack Operator needs pools for. */
export const openStackRoles = ['vms', 'images', 'backup', 'volumes'] as const;
