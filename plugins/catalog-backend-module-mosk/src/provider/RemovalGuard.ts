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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const path = 'catalog.providers.mosk.removalGuard';

/**
 * Holds back the removal of so many entities of a cloud at once that a mistake is more likely
 * than a change of the cloud.
 */
export class RemovalGuard {
  static fromConfig(config: Config): RemovalGuard {
    const share = config.getOptionalNumber(`${path}.share`) ?? 0.5;
    const minimum = config.getOptionalNumber(`${path}.minimum`) ?? 10;
    if (share < 0 || share > 1) {
      throw new InputError(
        `${path}.share is ${share}, but must be between 0 and 1`,
      );
    }
    if (!Number.isInteger(minimum) || minimum < 0) {
      throw new InputError(
        `${path}.minimum is ${minimum}, but must be a whole number from 0 on`,
      );
    }
    return new RemovalGuard(share, minimum);
  }

  private constructor(
    private readonly share: number,
    private readonly minimum: number,
  ) {}

  /** Why so many must not go at once, with the way out; undefined when they may. */
  refusal(removed: number, known: number): string | undefined {
    if (removed < this.minimum || removed <= known * this.share) {
      return undefined;
    }
    return (
      `${removed} of ${known} entities would be removed at once, more than the share of ${this.share} ` +
      `that ${path}.share allows; they are kept. If they are gone for good, set ${path}.share to 1 ` +
      `and restart the portal`
    );
  }
}
