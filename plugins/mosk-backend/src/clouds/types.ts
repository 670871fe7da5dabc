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

import {
  CloudAlerts,
  CloudHealth,
  CloudSnapshot,
  HealthReason,
  HealthState,
  Topology,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';

/** A node as the pages show it. */
export interface NodeView {
  name: string;
  state: HealthState;
  reasons: readonly HealthReason[];
  /** By its labels: its roles in Kubernetes, and what is enabled on it. */
  roles: readonly string[];
  cordoned: boolean;
  maintenance?: string;
  /** Types of the conditions that tell of too little of something. */
  pressures: readonly string[];
  /** Since when it is ready, or is not. RFC 3339. */
  readySince?: string;
  kubeletVersion?: string;
}

/** All that the pages show of one cloud, computed from one snapshot. */
export interface CloudView {
  cloud: MoskCloud;
  snapshot: CloudSnapshot;
  topology: Topology;
  health: CloudHealth;
  /** Set where health takes alerts into account. */
  alerts?: CloudAlerts;
  nodes: readonly NodeView[];
  moskRelease?: string;
  openstackRelease?: string;
  /** Differs whenever a page would look different. Opaque. */
  revision: string;
}

/** Since when components are in their state. */
export interface HealthMemory {
  since(cloud: string): Promise<ReadonlyMap<string, HealthSince>>;
  /** Writes what is new. */
  record(cloud: string, health: CloudHealth, now: Date): Promise<void>;
}

/** A state and when it was first seen, RFC 3339. */
export interface HealthSince {
  state: HealthState;
  since: string;
}
