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

import { MoskRolloutEvent } from '@mosk-portal/plugin-mosk-common';

/** Where messages go to, each with a queue of its own so that one that is down holds up no other. */
export type SinkName = 'signals' | 'events' | 'notifications' | 'health';

/** What is announced of a rollout. Holds nothing that is secret. */
export type OutboxMessage = Omit<MoskRolloutEvent, 'eventId'> & {
  revision: string;
  /** What kind of news: `moved` is no change of state. */
  type: 'started' | 'state' | 'moved';
  /** Who asked, when known. */
  user?: string;
};

/** A message that waits for its receiver. */
export interface OutboxEntry<M = OutboxMessage> {
  id: number;
  cloud: string;
  sink: SinkName;
  message: M;
  createdAt: string;
}

/** Messages are put in by the transaction that writes the rollout. */
export interface OutboxStore {
  /** Oldest first. */
  next<M = OutboxMessage>(
    cloud: string,
    sink: SinkName,
    limit: number,
  ): Promise<Array<OutboxEntry<M>>>;
  remove(ids: readonly number[]): Promise<void>;
}

/** A receiver. Gets each message at least once, oldest first. */
export interface OutboxSink<M = OutboxMessage> {
  readonly name: SinkName;
  /** True when a message of this kind is for this receiver. */
  wants(message: M): boolean;
  /** Throws to be given the same entries again later. */
  deliver(entries: ReadonlyArray<OutboxEntry<M>>): Promise<void>;
}
