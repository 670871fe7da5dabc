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

import { KubernetesClient } from '../../kubernetes';
import { readCloudObjects } from './readCloudObjects';
import { CloudObjects } from './types';

/** The objects of a cloud, read once for all exporters that are asked at about the same time. */
export class CachedObjects {
  #read?: Promise<CloudObjects>;
  #until = 0;

  constructor(
    private readonly client: KubernetesClient,
    /** In milliseconds. */
    private readonly lifetime: number,
  ) {}

  read(): Promise<CloudObjects> {
    const now = Date.now();
    if (!this.#read || now > this.#until) {
      this.#until = now + this.lifetime;
      const reading = readCloudObjects(this.client);
      // A failure is no answer for the next.
      reading.catch(() => {
        if (this.#read === reading) this.#read = undefined;
      });
      this.#read = reading;
    }
    return this.#read;
  }
}
