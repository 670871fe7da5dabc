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

import { isDeepStrictEqual } from 'node:util';
import { SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { healthCount, healthMap, HealthMap } from './healthMap';

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;

/** What must be removed of `before`, as a merge patch wants it. */
function removals(before: HealthMap, after: HealthMap): object {
  const gone: Record<string, unknown> = {};
  for (const [application, components] of Object.entries(before)) {
    if (!after[application]) {
      gone[application] = null;
      continue;
    }
    const missing = Object.keys(components).filter(
      component => !after[application][component],
    );
    gone[application] = {
      ...after[application],
      ...Object.fromEntries(missing.map(component => [component, null])),
    };
  }
  return gone;
}

/** Keeps status.health current: now and then, and soon after a workload changed. */
export class HealthRefresher {
  #requested = false;
  #wake: () => void = () => {};

  constructor(
    private readonly context: SimulationContext,
    private readonly namespace: string,
  ) {}

  /** A workload changed. */
  request() {
    this.#requested = true;
    this.#wake();
  }

  /** Runs until the signal. */
  async run(): Promise<void> {
    const { context } = this;
    while (!context.signal.aborted) {
      this.#requested = false;
      try {
        await this.#refresh();
      } catch {
        // The API server may be away, on purpose; the next round tells.
      }
      await this.#nextRound().catch(() => {});
    }
  }

  async #nextRound(): Promise<void> {
    const { context } = this;
    const awake = new AbortController();
    this.#wake = () => awake.abort();
    if (!this.#requested) {
      await context
        .pause('healthRefresh', AbortSignal.any([context.signal, awake.signal]))
        .catch(() => {});
    }
    this.#wake = () => {};
    await context.pause('healthDebounce');
  }

  async #refresh(): Promise<void> {
    const { api } = this.context;
    const identity = identities.OpenStackDeploymentStatus;
    const [status] = await api.list(identity, this.namespace);
    if (!status) {
      return;
    }
    const lists = await Promise.all(
      kinds.map(async kind =>
        (
          await api.list(identities[kind], this.namespace)
        ).map(object => ({ ...object, kind })),
      ),
    );
    const health = healthMap(lists.flat());
    const count = healthCount(health);
    const before = status.status?.health ?? {};
    if (
      isDeepStrictEqual(before, health) &&
      status.status?.osdpl?.health === count
    ) {
      return;
    }
    await api.patch(identity, status.metadata, {
      status: {
        health: { ...health, ...removals(before, health) },
        ...(status.status?.osdpl && { osdpl: { health: count } }),
      },
    });
  }
}
