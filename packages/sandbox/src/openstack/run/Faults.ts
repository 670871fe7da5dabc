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

import { PermanentError, TemporaryError } from './errors';

/** Which services are told to fail, and how. */
export class Faults {
  readonly #services = new Map<string, 'fail' | 'stall'>();

  set(service: string, fault: 'fail' | 'stall') {
    this.#services.set(service, fault);
  }

  clear(service: string): boolean {
    return this.#services.delete(service);
  }

  check(service: string) {
    const fault = this.#services.get(service);
    if (fault === 'fail') {
      throw new PermanentError(
        `helm upgrade of service ${service} failed: rollback did not help after 10 attempts`,
      );
    }
    if (fault === 'stall') {
      throw new TemporaryError(
        `helm upgrade of service ${service} timed out waiting for the condition`,
      );
    }
  }
}
