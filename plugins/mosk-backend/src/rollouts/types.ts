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

import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  ChangeAuthor,
  ObjectReference,
  Rollout,
  RolloutCause,
  RolloutState,
  RolloutTransition,
} from '@mosk-portal/plugin-mosk-common';
import { LeaseProof } from '@mosk-portal/plugin-mosk-node';
import { OutboxMessage } from '../outbox/types';
import { ResourceQuery } from '../permissions/types';

/** States that a rollout leaves again. */
export const openStates: readonly RolloutState[] = [
  'queued',
  'running',
  'stalled',
  'paused',
];

/** A rollout as the database has it. */
export interface StoredRollout extends Rollout {
  /** Derived from cloud, uid, generation and run. */
  id: string;
  author: ChangeAuthor;
  /** One more by each write. */
  revision: number;
}

/** What the tracker found out about one rollout in one look. All of it is written, or nothing. */
export interface RolloutWrite {
  rollout: Rollout;
  author: ChangeAuthor;
  transitions: readonly RolloutTransition[];
  /** Of the stored rollout that this follows; undefined when there was none of the same key. */
  previousRevision?: number;
  /** Redacted spec of its generation, when not stored yet. */
  spec?: JsonObject;
  messages: readonly OutboxMessage[];
}

/** Which rollouts to list. */
export interface RolloutFilter {
  clouds?: readonly string[];
  kinds?: readonly string[];
  states?: readonly RolloutState[];
  /** Entity reference of who asked, or a field manager. */
  person?: string;
  uid?: string;
  generation?: number;
  object?: ObjectReference;
  /** What the caller may see. */
  permitted?: PermissionCriteria<ResourceQuery>;
}

/** One page of rollouts, newest first. */
export interface RolloutPage {
  items: StoredRollout[];
  totalItems: number;
  nextCursor?: string;
}

/** Specs on both sides of a rollout, redacted. */
export interface SpecPair {
  before?: JsonObject;
  after?: JsonObject;
}

/** Remembers rollouts. */
export interface RolloutStore {
  /** The last rollout of each object of a cloud that was not deleted. */
  loadLatest(cloud: string): Promise<StoredRollout[]>;
  /**
   * Writes in one transaction. Throws a LeaseLostError when another replica may write now,
   * and a ConflictError when a rollout is not as it was when the change was computed.
   */
  write(
    proof: LeaseProof,
    writes: readonly RolloutWrite[],
  ): Promise<StoredRollout[]>;
  get(id: string): Promise<StoredRollout | undefined>;
  list(
    filter: RolloutFilter,
    page: { limit: number; cursor?: string },
  ): Promise<RolloutPage>;
  transitions(id: string): Promise<RolloutTransition[]>;
  specs(rollout: StoredRollout): Promise<SpecPair>;
  /** Ids of the rollouts of the same object before and after. */
  neighbours(
    rollout: StoredRollout,
    permitted?: PermissionCriteria<ResourceQuery>,
  ): Promise<{ previous?: string; next?: string }>;
  /** Median seconds of the last changes of this sort that ended well, but for the one of that id. */
  usualSeconds(
    kind: string,
    cause: RolloutCause,
    except?: string,
  ): Promise<number | undefined>;
  /** Forgets rollouts that ended before; answers how many. */
  removeEndedBefore(time: Date): Promise<number>;
}
