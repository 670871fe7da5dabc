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
import { recipientsOf } from './recipientsOf';
import { sendNotification } from './sendNotification';
import { OutboxEntry, OutboxMessage, OutboxSink } from './types';

const endings: Record<string, { words: string; severity: 'normal' | 'high' }> =
  {
    done: { words: 'is done', severity: 'normal' },
    failed: { words: 'failed', severity: 'high' },
    stalled: { words: 'does not move', severity: 'high' },
  };

/** Older news is not worth a notification any more. Milliseconds. */
const worthTelling = 24 * 60 * 60 * 1000;

/** Tells the owner, and the person who asked for a change, how it ended, or that it is stuck. */
export class NotificationSink implements OutboxSink {
  readonly name = 'notifications';

  static create(options: {
    notifications: NotificationService;
    logger: LoggerService;
    /** Entity reference of the owner of a cloud. */
    ownerOf: (cloud: string) => string | undefined;
    now?: () => Date;
  }): NotificationSink {
    return new NotificationSink(
      options.notifications,
      options.logger,
      options.ownerOf,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(
    private readonly notifications: NotificationService,
    private readonly logger: LoggerService,
    private readonly ownerOf: (cloud: string) => string | undefined,
    private readonly now: () => Date,
  ) {}

  wants(message: OutboxMessage): boolean {
    return Boolean(
      message.type === 'state' &&
        endings[message.state] &&
        this.recipients(message).length > 0,
    );
  }

  async deliver(entries: readonly OutboxEntry[]): Promise<void> {
    for (const entry of entries) {
      const age = this.now().getTime() - Date.parse(entry.createdAt);
      if (age < worthTelling) {
        await this.send(entry.message);
      }
    }
  }

  private async send(message: OutboxMessage): Promise<void> {
    const { words, severity } = endings[message.state];
    const recipients = this.recipients(message);
    if (recipients.length === 0) {
      return;
    }
    await sendNotification(
      {
        recipients: { type: 'entity', entityRef: recipients },
        payload: {
          title: `Rollout of ${message.name} in ${message.cloud} ${words}`,
          link: `/mosk/rollouts/${message.rolloutId}`,
          severity,
          topic: 'mosk.rollout',
          // The same scope again updates the notification instead of sending another one.
          scope: `mosk.rollout:${message.rolloutId}`,
        },
      },
      { notifications: this.notifications, logger: this.logger },
    );
  }

  private recipients({ cloud, user }: OutboxMessage): string[] {
    return recipientsOf([this.ownerOf(cloud), user]);
  }
}
