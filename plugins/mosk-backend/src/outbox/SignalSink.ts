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

import { SignalsService } from '@backstage/plugin-signals-node';
import {
  MOSK_SIGNALS_CHANNEL,
  MoskChangeSignal,
} from '@mosk-portal/plugin-mosk-common';
import { OutboxEntry, OutboxSink } from './types';

/** Tells open pages that a rollout changed: its id and a revision, nothing else. */
export class SignalSink implements OutboxSink {
  readonly name = 'signals';

  static create(options: { signals: SignalsService }): SignalSink {
    return new SignalSink(options.signals);
  }

  private constructor(private readonly signals: SignalsService) {}

  wants(): boolean {
    return true;
  }

  async deliver(entries: readonly OutboxEntry[]): Promise<void> {
    const latest = new Map(
      entries.map(entry => [entry.message.rolloutId, entry]),
    );
    for (const { cloud, message } of latest.values()) {
      await this.signals.publish<MoskChangeSignal>({
        recipients: { type: 'broadcast' },
        channel: MOSK_SIGNALS_CHANNEL,
        message: {
          type: 'change',
          cloud,
          revision: message.revision,
          rolloutId: message.rolloutId,
        },
      });
    }
  }
}
