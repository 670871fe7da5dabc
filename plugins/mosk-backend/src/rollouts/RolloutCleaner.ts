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

import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { RolloutStore } from './types';

/** Forgets rollouts that ended long ago. */
export class RolloutCleaner {
  static create(options: {
    store: RolloutStore;
    /** Milliseconds that an ended rollout is kept. */
    keep: number;
    logger: LoggerService;
  }): RolloutCleaner {
    return new RolloutCleaner(options);
  }

  private constructor(
    private readonly options: Parameters<typeof RolloutCleaner.create>[0],
  ) {}

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'mosk-forget-old-rollouts',
      frequency: { hours: 24 },
      initialDelay: { minutes: 10 },
      timeout: { minutes: 10 },
      fn: () => this.clean(),
    });
  }

  async clean(now = new Date()): Promise<void> {
    const { store, keep, logger } = this.options;
    const removed = await store.removeEndedBefore(
      new Date(now.getTime() - keep),
    );
    if (removed > 0) {
      logger.info(`Forgot ${removed} rollouts that ended long ago`);
    }
  }
}
