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
import { Observation } from '@mosk-portal/plugin-mosk-common';

/** Writes what moved into the task log, and nothing twice. */
export class ProgressLog {
  private steps = new Map<string, string>();
  private headline = '';

  static create(logger: LoggerService): ProgressLog {
    return new ProgressLog(logger);
  }

  private constructor(private readonly logger: LoggerService) {}

  write(observation: Observation): void {
    for (const step of observation.steps) {
      const before = this.steps.get(step.id);
      if (before !== step.state) {
        this.steps.set(step.id, step.state);
        this.logger.info(
          `${step.title}: ${before ? `${before} → ` : ''}${step.state}`,
        );
      }
    }
    const parts = observation.progress.parts
      .map(({ label, done, total }) => `${label} ${done}/${total}`)
      .join(', ');
    const headline = [
      observation.phase,
      parts,
      observation.progress.note,
      observation.waitingFor?.sentence,
      observation.message,
    ]
      .filter(Boolean)
      .join(' · ');
    if (headline !== this.headline) {
      this.headline = headline;
      this.logger.info(headline);
    }
  }

  writeConnection(cloud: string, trouble: string | undefined): void {
    if (trouble) {
      this.logger.warn(
        `Cloud ${cloud} cannot be read now (${trouble}); waiting goes on`,
      );
    } else {
      this.logger.info(`Cloud ${cloud} is read again`);
    }
  }
}
