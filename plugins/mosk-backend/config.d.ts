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

import { HumanDuration } from '@backstage/types';

export interface Config {
  mosk?: {
    rollouts?: {
      /**
       * Health in a status counts once it is this much older than the controller's last write.
       * Default: 60 seconds, the pace at which MOSK refreshes it.
       */
      settle?: HumanDuration | string;
      /** A rollout without any movement for this long is shown as stalled. Default: 20 minutes. */
      stuck?: HumanDuration | string;
      /** A failing object that may heal by itself is called failed after this long. Default: 15 minutes. */
      failing?: HumanDuration | string;
      /** How long rollouts are kept after their end. The last one of each object always is. Default: 365 days. */
      keep?: HumanDuration | string;
    };
    health?: {
      /**
       * A component is unwell for this long before its owner is notified, and well for as long before it counts as another
       * time. Default: 2 minutes.
       */
      settle?: HumanDuration | string;
    };
    signals?: {
      /** Pace of the signal by which open pages tell that live updates work. Default: 30 seconds. */
      heartbeat?: HumanDuration | string;
    };
    lease?: {
      /**
       * How long the other replicas wait before they take over from one that went away without a word.
       * Default: 15 seconds.
       */
      duration?: HumanDuration | string;
    };
  };
}
