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

import { MoskChangeSignal } from '@mosk-portal/plugin-mosk-common';
import { QueryClient, QueryKey } from '@tanstack/react-query';
import { isTouchedBy } from './queryKeys';

const isOurs = (key: QueryKey) => String(key[0]).startsWith('mosk-');

/**
 * Turns news into refetches, one round after the other: a burst of signals costs two rounds, and a steady stream cannot
 * cancel every answer before it arrives.
 */
export class RefreshQueue {
  private waiting: MoskChangeSignal[] = [];
  private everything = false;
  private busy = false;

  constructor(private readonly client: QueryClient) {}

  add(signal: MoskChangeSignal) {
    this.waiting.push(signal);
    this.run();
  }

  addEverything() {
    this.everything = true;
    this.run();
  }

  private async run() {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      while (this.everything || this.waiting.length) {
        const { everything, waiting } = this;
        this.everything = false;
        this.waiting = [];
        await this.client.invalidateQueries({
          predicate: ({ queryKey }) =>
            isOurs(queryKey) &&
            (everything ||
              waiting.some(signal => isTouchedBy(queryKey, signal))),
        });
      }
    } finally {
      this.busy = false;
    }
  }
}
