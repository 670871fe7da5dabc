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

import { randomUUID } from 'node:crypto';
import { SignalPayload, SignalsService } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { MoskSignalCount } from '@mosk-portal/plugin-mosk-common';

/**
 * Counts what this process tells open pages, as signals are neither confirmed nor replayed. Counted before it is sent:
 * a change that could not be sent is missed as one that got lost.
 */
export class CountedSignals implements SignalsService {
  private readonly by = randomUUID().slice(0, 8);
  private changes = 0;

  static create(options: { signals: SignalsService }): CountedSignals {
    return new CountedSignals(options.signals);
  }

  private constructor(private readonly signals: SignalsService) {}

  async publish<TMessage extends JsonObject = JsonObject>(
    signal: SignalPayload<TMessage>,
  ): Promise<void> {
    if (signal.message.type === 'change') {
      this.changes += 1;
    }
    const count: MoskSignalCount = { by: this.by, changes: this.changes };
    await this.signals.publish({
      ...signal,
      message: { ...signal.message, count },
    });
  }
}
