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

import { HealthState } from '@mosk-portal/plugin-mosk-common';
import { LeaseProof } from '@mosk-portal/plugin-mosk-node';

/** A component that is unwell, or was a moment ago. Times are RFC 3339. */
export interface HealthDrop {
  component: string;
  /** When it was first seen unwell. */
  since: string;
  /** The worst state that people were told of. */
  told?: HealthState;
  /** Since when it is well again: for a while it may only look so. */
  wellSince?: string;
}

/** What people are told of a drop. Holds nothing that is secret. */
export interface HealthDropMessage {
  cloud: string;
  cloudTitle: string;
  component: string;
  title: string;
  state: HealthState;
  /** Why, in one sentence. */
  reason?: string;
  /** How many others are unwell because of it. */
  suffering: number;
  /** Entity references. */
  recipients: readonly string[];
}

/** What is to be written at once. */
export interface HealthDropWrite {
  put: readonly HealthDrop[];
  remove: readonly string[];
  messages: readonly HealthDropMessage[];
}

/** Remembers drops, so that no replica tells of one twice. */
export interface HealthDropStore {
  load(cloud: string): Promise<HealthDrop[]>;
  /** Puts the messages into the outbox in the same transaction. */
  write(proof: LeaseProof, write: HealthDropWrite): Promise<void>;
}
