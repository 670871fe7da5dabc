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
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';

/** Sends a notification; throws to be tried again, but not where the portal has no notifications backend. */
export async function sendNotification(
  notification: NotificationSendOptions,
  options: { notifications: NotificationService; logger: LoggerService },
): Promise<void> {
  try {
    await options.notifications.send(notification);
  } catch (error) {
    if (!isMissing(error)) {
      throw error;
    }
    options.logger.info(
      'Nobody is notified: this portal has no notifications backend',
    );
  }
}

function isMissing(error: unknown): boolean {
  const { statusCode, message } = error as {
    statusCode?: number;
    message?: string;
  };
  return statusCode === 404 || /status 404|404 Not Found/i.test(message ?? '');
}
