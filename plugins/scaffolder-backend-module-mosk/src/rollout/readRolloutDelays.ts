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
import { Config, readDurationFromConfig } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { RolloutDelays } from '@mosk-portal/plugin-mosk-common';

const defaults: Record<keyof RolloutDelays, HumanDuration> = {
  settle: { seconds: 60 },
  stuck: { minutes: 20 },
  failing: { minutes: 15 },
};

/**
 * The delays of `mosk.rollouts`, by which mosk-backend judges rollouts too. A wrong one must not take all actions from
 * the portal: it is reported, and its default counts.
 */
export function readRolloutDelays(
  config: Config,
  logger: LoggerService,
): RolloutDelays {
  const read = (name: keyof RolloutDelays) => {
    const key = `mosk.rollouts.${name}`;
    let duration = defaults[name];
    try {
      if (config.has(key)) {
        duration = readDurationFromConfig(config, { key });
      }
    } catch (error) {
      logger.error(
        `${key} is not as configured, but the default: ${stringifyError(
          error,
        )}`,
      );
    }
    return durationToMilliseconds(duration);
  };
  return {
    settle: read('settle'),
    stuck: read('stuck'),
    failing: read('failing'),
  };
}
