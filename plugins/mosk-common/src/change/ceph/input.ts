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

/**
 * A disk that becomes an OSD, or several.
 * @public
 */
export interface CephDeviceInput {
  /** Such as `/dev/disk/by-id/nvme-A1`, which stays the same over restarts; or a bare name such as `sdb`. */
  path: string;
  deviceClass: string;
  /** Where the OSDs keep their metadata. */
  metadataDevice?: string;
  osdsPerDevice?: number;
}

/** @public */
export interface CephNodeInput {
  name: string;
  /** Of mon, mgr, rgw and mds. */
  roles?: string[];
  devices?: CephDeviceInput[];
}

/** @public */
export interface CephPoolInput {
  name: string;
  /** Such as kubernetes, or vms, images, backup, volumes for OpenStack; the name when left out. */
  role?: string;
  default?: boolean;
  deviceClass: string;
  /** Copies of each object. */
  replicas?: number;
  /** In place of copies. */
  dataChunks?: number;
  codingChunks?: number;
  failureDomain?: string;
}

/** @public */
export interface CephObjectStoreInput {
  name: string;
  deviceClass: string;
  instances?: number;
  port?: number;
  securePort?: number;
  replicas?: number;
}

/**
 * What a form or an action gives to make a MiraCeph or a CephDeployment: the same for both.
 * @public
 */
export interface CephInput {
  name: string;
  namespace?: string;
  publicNetworks?: string[];
  clusterNetworks?: string[];
  nodes?: CephNodeInput[];
  pools?: CephPoolInput[];
  /** Adds the pools that OpenStack needs, all alike. */
  openStackPools?: { deviceClass: string; replicas?: number };
  objectStore?: CephObjectStoreInput;
  /** Any other field of spec, as an object or YAML text; merged over the fields above. */
  spec?: JsonObject | string;
  secretSpec?: JsonObject | string;
  /** Makes this an edit: only these fields are sent. */
  edit?: { set?: Record<string, JsonValue>; remove?: string[] };
}
