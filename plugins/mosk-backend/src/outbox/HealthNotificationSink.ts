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

import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { HealthDropMessage } from '../drops/types';
import { sendNotification } from './sendNotification';
import { OutboxEntry, OutboxSink } from './types';

/** By then somebody saw it, or it is over. Milliseconds. */
const worthTelling = 6 * 60 * 60 * 1000;

/** Tells owners, and who changed something last, that a component became unwell. */
export class HealthNotificationSink implements OutboxSink<HealthDropMessage> {
  readonly name = 'health';

  static create(options: {
    notifications: NotificationService;
    logger: LoggerService;
    now?: () => Date;
  }): HealthNotificationSink {
    return new HealthNotificationSink(
      options.notifications,
      options.logger,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(
    private readonly notifications: NotificationService,
    private readonly logger: LoggerService,
    private readonly now: () => Date,
  ) {}

  wants({ recipients }: HealthDropMessage): boolean {
    return recipients.length > 0;
  }

  async deliver(
    entries: ReadonlyArray<OutboxEntry<HealthDropMessage>>,
  ): Promise<void> {
    for (const { message, createdAt } of entries) {
      const age = this.now().getTime() - Date.parse(createdAt);
      if (age < worthTelling && this.wants(message)) {
        await this.send(message);
      }
    }
  }

  private async send(message: HealthDropMessage): Promise<void> {
    const { cloud, component, state, suffering } = message;
    const others = suffering === 1 ? 'one other' : `${suffering} others`;
    await sendNotification(
      {
        recipients: { type: 'entity', entityRef: [...message.recipients] },
        payload: {
          title: `${message.title} in ${message.cloudTitle} is ${state}`,
          description: [
            message.reason,
            suffering > 0 && `Unwell because of it: ${others}`,
          ]
            .filter(Boolean)
            .join('. '),
          link: `/mosk/clouds/${encodeURIComponent(cloud)}`,
          severity: state === 'failed' ? 'high' : 'normal',
          topic: 'mosk.health',
          // The same scope again updates the notification instead of sending another one.
          scope: `mosk.health:${cloud}:${component}`,
        },
      },
      { notifications: this.notifications, logger: this.logger },
    );
  }
}
