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

import { JsonObject } from '@backstage/types';
import {
  findKindDefinition,
  KindDefinition,
  Observation,
  ProjectedObject,
  RolloutDelays,
  RolloutReader,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';

/** How a wait ended. */
export type WaitEnd =
  | { state: 'done' | 'drafted' }
  | { state: 'failed'; message: string }
  | { state: 'overtaken'; generation: number }
  | { state: 'deleted' | 'timeout' | 'aborted' };

export interface WaitOptions {
  cloud: MoskCloud;
  kind: string;
  namespace: string;
  name: string;
  uid: string;
  generation: number;
  /** When to give up. */
  until: Date;
  delays: RolloutDelays;
  signal?: AbortSignal;
  onProgress(observation: Observation): void;
  /** Told when the cloud is not read any more, with the reason, and when it is again (undefined). */
  onConnection(trouble: string | undefined): void;
}

// Timers hold 31 bits of milliseconds; longer ones would fire at once.
const longestTimer = 2 ** 31 - 1;

function troubleOf(cloud: MoskCloud): string | undefined {
  const { connection } = cloud.snapshot();
  return connection.state === 'live'
    ? undefined
    : [connection.state, connection.error].filter(Boolean).join(': ');
}

/** One look at a rollout; an end when there is one. */
class Watcher {
  private memory: JsonObject | undefined;
  nextLookAt: Date | undefined;

  constructor(
    private readonly options: WaitOptions,
    private readonly definition: KindDefinition<ProjectedObject>,
    private readonly reader: RolloutReader<ProjectedObject>,
  ) {}

  look(): WaitEnd | undefined {
    const { cloud, namespace, name, uid, generation, delays } = this.options;
    this.nextLookAt = undefined;
    const snapshot = cloud.snapshot();
    const object = snapshot
      .objects(this.definition)
      .find(
        ({ metadata }) =>
          metadata.name === name && (metadata.namespace ?? '') === namespace,
      );
    if (!object || object.metadata.uid !== uid) {
      return this.seen && snapshot.complete ? { state: 'deleted' } : undefined;
    }
    this.seen = true;
    if ((object.metadata.generation ?? 0) < generation) {
      return undefined;
    }
    const context = {
      object,
      snapshot,
      memory: this.memory,
      now: new Date(),
      delays,
    };
    const observation = this.reader.observe(context);
    // Not that of the object: an operator that moves outdated fields of the spec makes a generation, but no change.
    if (observation.generation > generation) {
      return { state: 'overtaken', generation: observation.generation };
    }
    this.memory = observation.memory;
    this.nextLookAt = this.reader.nextLookAt?.(observation, context);
    this.options.onProgress(observation);
    switch (observation.phase) {
      case 'done':
        return { state: 'done' };
      case 'draft':
        return { state: 'drafted' };
      case 'failed':
        return {
          state: 'failed',
          message: observation.message ?? 'The controller gave no reason.',
        };
      case 'gone':
        return { state: 'deleted' };
      default:
        return undefined;
    }
  }

  // The inventory may be a moment behind a creation: what was never seen is not deleted yet.
  private seen = false;
}

/**
 * Waits for the end of a rollout on the inventory that every plugin shares, by the reader that mosk-backend uses. It
 * needs nobody's credentials, sleeps until something changes, and ends when told to.
 */
export async function waitForRollout(options: WaitOptions): Promise<WaitEnd> {
  const { cloud, kind, until, signal, onConnection } = options;
  const definition = findKindDefinition(kind);
  if (!definition?.rollout) {
    throw new Error(`Rollouts of ${kind} are not tracked.`);
  }
  const watcher = new Watcher(options, definition, definition.rollout);
  const ended = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let trouble: string | undefined;
  try {
    return await new Promise<WaitEnd>((resolve, reject) => {
      const look = () => {
        if (ended.signal.aborted) {
          return;
        }
        try {
          const now = troubleOf(cloud);
          if (now !== trouble) {
            trouble = now;
            onConnection(now);
          }
          const end = signal?.aborted
            ? { state: 'aborted' as const }
            : watcher.look() ?? timeoutAt(until);
          if (end) {
            resolve(end);
            return;
          }
        } catch (error) {
          reject(error);
          return;
        }
        const next = Math.min(
          until.getTime(),
          watcher.nextLookAt?.getTime() ?? Infinity,
        );
        clearTimeout(timer);
        timer = setTimeout(
          look,
          Math.min(Math.max(next - Date.now(), 1), longestTimer),
        );
      };
      signal?.addEventListener('abort', look, { signal: ended.signal });
      const unsubscribe = cloud.subscribe(look);
      ended.signal.addEventListener('abort', unsubscribe);
      look();
    });
  } finally {
    ended.abort();
    clearTimeout(timer);
  }
}

function timeoutAt(until: Date): WaitEnd | undefined {
  return Date.now() >= until.getTime() ? { state: 'timeout' } : undefined;
}
