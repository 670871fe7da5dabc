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

import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import { RolloutDelays } from '@mosk-portal/plugin-mosk-common';
import { Duration } from 'luxon';

/** Configuration of this plugin, in milliseconds. */
export interface MoskBackendConfig {
  delays: RolloutDelays;
  keep: number;
  heartbeat: number;
  healthSettle: number;
  lease: number;
}

const defaults = {
  'mosk.rollouts.settle': { seconds: 60 },
  'mosk.rollouts.stuck': { minutes: 20 },
  'mosk.rollouts.failing': { minutes: 15 },
  'mosk.rollouts.keep': { days: 365 },
  'mosk.health.settle': { minutes: 2 },
  'mosk.signals.heartbeat': { seconds: 30 },
  'mosk.lease.duration': { seconds: 15 },
} as const satisfies Record<string, HumanDuration>;

/** Reads the configuration; what is wrong is an error with the path of its key. */
export function readMoskBackendConfig(config: Config): MoskBackendConfig {
  const read = (key: keyof typeof defaults, atLeast = 0): number => {
    const duration = config.has(key)
      ? readDurationFromConfig(config, { key })
      : defaults[key];
    const milliseconds = Duration.fromObject(duration).toMillis();
    if (milliseconds < atLeast) {
      throw new InputError(
        `Configuration ${key} is too short: at least ${atLeast} milliseconds`,
      );
    }
    return milliseconds;
  };
  return {
    delays: {
      settle: read('mosk.rollouts.settle'),
      stuck: read('mosk.rollouts.stuck', 1),
      failing: read('mosk.rollouts.failing', 1),
    },
    keep: read('mosk.rollouts.keep', 1),
    healthSettle: read('mosk.health.settle'),
    heartbeat: read('mosk.signals.heartbeat', 100),
    lease: read('mosk.lease.duration', 100),
  };
}
