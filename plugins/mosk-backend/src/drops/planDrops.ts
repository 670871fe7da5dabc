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

import { HealthState } from '@mosk-portal/plugin-mosk-common';
import { HealthDrop } from './types';

/** What a look at the health of a cloud leads to. */
export interface DropPlan {
  put: HealthDrop[];
  remove: string[];
  /** Drops that people are to be told of now. */
  tell: HealthDrop[];
  /** When time alone may change something. */
  nextLookAt?: Date;
}

const weight: Partial<Record<HealthState, number>> = { degraded: 1, failed: 2 };

/**
 * Tells a drop once, and only after it has lasted: what recovers within the delay was none, and what comes back before
 * it was well for as long is still the same one. A component that gets worse is told of once more.
 */
export function planDrops(options: {
  known: ReadonlyMap<string, HealthDrop>;
  states: ReadonlyMap<string, HealthState>;
  now: Date;
  /** Milliseconds. */
  delay: number;
}): DropPlan {
  const { known, states, now, delay } = options;
  const plan: DropPlan = { put: [], remove: [], tell: [] };
  const lookAt = (since: string) => {
    const time = new Date(Date.parse(since) + delay);
    if (!plan.nextLookAt || time < plan.nextLookAt) {
      plan.nextLookAt = time;
    }
  };
  const lasted = (since: string) => now.getTime() - Date.parse(since) >= delay;

  for (const [component, state] of states) {
    const drop = known.get(component);
    if (weight[state]) {
      const present: HealthDrop = {
        component,
        since: drop?.since ?? now.toISOString(),
        told: drop?.told,
      };
      if (!lasted(present.since)) {
        lookAt(present.since);
      } else if (weight[state]! > (weight[present.told!] ?? 0)) {
        present.told = state;
        plan.tell.push(present);
      }
      if (!drop || drop.told !== present.told || drop.wellSince) {
        plan.put.push(present);
      }
    } else if (drop && !drop.told && state !== 'unknown') {
      plan.remove.push(component);
    } else if (drop?.told && state === 'healthy') {
      const wellSince = drop.wellSince ?? now.toISOString();
      if (lasted(wellSince)) {
        plan.remove.push(component);
      } else {
        lookAt(wellSince);
        if (!drop.wellSince) {
          plan.put.push({ ...drop, wellSince });
        }
      }
    }
  }
  for (const component of known.keys()) {
    if (!states.has(component)) {
      plan.remove.push(component);
    }
  }
  return plan;
}
