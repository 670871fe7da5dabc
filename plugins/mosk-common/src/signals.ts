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

/**
 * Channel of every signal of the plugin. Channels have no authorisation: a signal says that
 * something changed, never what; the data comes by the REST API.
 * @public
 */
export const MOSK_SIGNALS_CHANNEL = 'mosk';

/**
 * Counts the changes that one process of the backend told, so that a page notices those that did not reach it.
 * @public
 */
export type MoskSignalCount = {
  /** Opaque; another one after a restart. */
  by: string;
  /** Changes told so far; that of a change counts the change itself. */
  changes: number;
};

/**
 * A cloud, its health or one of its rollouts changed: fetch again what is shown of it.
 * @public
 */
export type MoskChangeSignal = {
  type: 'change';
  cloud: string;
  /** Opaque; the same revision twice is the same news. */
  revision: string;
  rolloutId?: string;
  /** Left out by older backends. */
  count?: MoskSignalCount;
};

/**
 * Sent at a steady pace. When none came for more than two intervals, live updates are broken.
 * @public
 */
export type MoskHeartbeatSignal = {
  type: 'heartbeat';
  intervalSeconds: number;
  /** Left out by older backends. */
  count?: MoskSignalCount;
};

/** @public */
export type MoskSignal = MoskChangeSignal | MoskHeartbeatSignal;

/**
 * Topic of the events service that rollouts are announced on, for other backend plugins.
 * @public
 */
export const MOSK_ROLLOUT_TOPIC = 'mosk.rollout';

/**
 * Payload of an event on {@link MOSK_ROLLOUT_TOPIC}. At least once: `eventId` tells a repetition.
 * @public
 */
export type MoskRolloutEvent = {
  eventId: string;
  rolloutId: string;
  cloud: string;
  kind: string;
  namespace?: string;
  name: string;
  uid: string;
  generation: number;
  run: number;
  cause: string;
  state: string;
  at: string;
};
