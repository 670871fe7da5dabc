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

import { EventsService } from '@backstage/plugin-events-node';
import {
  MOSK_ROLLOUT_TOPIC,
  MoskRolloutEvent,
} from '@mosk-portal/plugin-mosk-common';
import { OutboxEntry, OutboxMessage, OutboxSink } from './types';

/** Tells other backend plugins that a rollout started or changed its state. */
export class EventSink implements OutboxSink {
  readonly name = 'events';

  static create(options: { events: EventsService }): EventSink {
    return new EventSink(options.events);
  }

  private constructor(private readonly events: EventsService) {}

  wants(message: OutboxMessage): boolean {
    return message.type !== 'moved';
  }

  async deliver(entries: readonly OutboxEntry[]): Promise<void> {
    for (const { message } of entries) {
      const { revision, type, user, ...rest } = message;
      const eventPayload: MoskRolloutEvent = { eventId: revision, ...rest };
      await this.events.publish({ topic: MOSK_ROLLOUT_TOPIC, eventPayload });
    }
  }
}
