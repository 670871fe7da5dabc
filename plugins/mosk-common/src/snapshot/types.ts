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

import { KindDefinition, ProjectedObject } from '../kinds/types';

/**
 * How the portal stands with a cloud's API server.
 *
 * - `connecting`: no complete list yet
 * - `live`: complete and watched
 * - `stale`: was complete, cannot be kept up to date now
 * - `unauthorized`: the server refuses our token
 * - `unreachable`: never been reached since start
 * - `misconfigured`: what the portal's configuration says of it cannot be used
 *
 * @public
 */
export type CloudConnectionState =
  | 'connecting'
  | 'live'
  | 'stale'
  | 'unauthorized'
  | 'unreachable'
  | 'misconfigured';

/**
 * State of one cloud's connection. Times are RFC 3339.
 * @public
 */
export interface CloudConnection {
  state: CloudConnectionState;
  /** Since when the state holds. */
  since: string;
  /** When data was last known to be current: the last list, event or bookmark. */
  lastContactAt?: string;
  /** In the API server's or the network's words, redacted. */
  error?: string;
  /** When the next attempt is due, while not live. */
  nextAttemptAt?: string;
}

/**
 * A kind of which the portal has no current list, and why.
 * @public
 */
export interface MissingPart {
  kind: string;
  reason: string;
}

/**
 * All that is known of one cloud at one moment. Complete, or marked; never half:
 * until every kind was listed once it holds nothing at all.
 * @public
 */
export interface CloudSnapshot {
  cloud: string;
  /** Opaque; differs whenever anything else here differs. */
  revision: string;
  connection: CloudConnection;
  /** True when every kind found in the cluster was listed and is watched. Only then may a reader delete. */
  complete: boolean;
  missing: readonly MissingPart[];
  /** Kinds whose CRD (or built-in API) the cluster has, by `kind`. */
  discovered: readonly string[];
  /** Objects of a kind; empty when the cluster does not have it. */
  objects<T extends ProjectedObject>(kind: KindDefinition<T>): readonly T[];
}
