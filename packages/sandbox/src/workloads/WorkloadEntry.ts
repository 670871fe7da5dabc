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

import { WorkloadPlan } from './types';

/** One pod of a workload, by its place among them. */
export interface PodSlot {
  name: string;
  hash: string;
  ready: boolean;
  node?: string;
}

/** What the simulation knows of one workload. */
export interface WorkloadEntry {
  plan: WorkloadPlan;
  uid: string;
  generation: number;
  slots: Array<PodSlot | undefined>;
  desired: number;
  /** Hash of the pods before the last change. */
  previousHash?: string;
  /** Its current ReplicaSet, of a Deployment. */
  replicaSet?: { name: string; uid: string; hash: string };
  /** At most so many pods become ready, until it is healed. */
  readyLimit?: number;
  /** Its status says what is so. */
  settled: boolean;
  since: Map<string, { holds: boolean; at: string }>;
  rollout?: { abort: AbortController; done: Promise<void> };
}

export const readyCount = (entry: WorkloadEntry): number =>
  entry.slots.filter(slot => slot?.ready).length;

/** Every pod is there and ready, in its newest form unless pods wait for their deletion. */
export function isReady(entry: WorkloadEntry): boolean {
  const { plan, slots, desired } = entry;
  if (plan.kind === 'Job' || plan.kind === 'CronJob') return true;
  return (
    entry.settled &&
    slots.length === desired &&
    slots.every(
      slot => slot?.ready && (plan.onDelete || slot.hash === plan.templateHash),
    )
  );
}

/** Since when a condition of the entry holds or not; remembers the change. */
export function conditionSince(
  entry: WorkloadEntry,
  now: string,
): (type: string, holds: boolean) => string {
  return (type, holds) => {
    const known = entry.since.get(type);
    if (known?.holds === holds) return known.at;
    entry.since.set(type, { holds, at: now });
    return now;
  };
}
