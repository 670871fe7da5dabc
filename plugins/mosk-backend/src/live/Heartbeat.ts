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
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  MOSK_SIGNALS_CHANNEL,
  MoskHeartbeatSignal,
} from '@mosk-portal/plugin-mosk-common';

/** Lets open pages tell that live updates reach them. */
export class Heartbeat {
  private timer?: NodeJS.Timeout;

  static create(options: {
    signals: SignalsService;
    /** Milliseconds. */
    interval: number;
    logger: LoggerService;
  }): Heartbeat {
    return new Heartbeat(options);
  }

  private constructor(
    private readonly options: Parameters<typeof Heartbeat.create>[0],
  ) {}

  start(): void {
    this.beat();
    this.timer = setInterval(() => this.beat(), this.options.interval);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private beat(): void {
    const { signals, interval, logger } = this.options;
    signals
      .publish<MoskHeartbeatSignal>({
        recipients: { type: 'broadcast' },
        channel: MOSK_SIGNALS_CHANNEL,
        message: { type: 'heartbeat', intervalSeconds: interval / 1000 },
      })
      .catch(error =>
        logger.warn(`The heartbeat of live updates was not sent: ${error}`),
      );
  }
}
