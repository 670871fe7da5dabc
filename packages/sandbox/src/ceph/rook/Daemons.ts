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

import { SimulationContext } from '../../simulation/context';
import { DefaultWorkloadSimulator } from '../../workloads/DefaultWorkloadSimulator';
import { DaemonState } from './cephStatus';
import { Daemon, DaemonKind } from './types';

/** The daemons of a cluster, and the Deployments that run them. */
export class Daemons {
  readonly #daemons = new Map<string, Daemon>();

  constructor(
    private readonly context: SimulationContext,
    private readonly workloads: DefaultWorkloadSimulator,
  ) {}

  /** Starts a daemon, or changes it; resolves when a new one is ready. */
  async start(daemon: Daemon, { atOnce = false } = {}): Promise<void> {
    const { key } = daemon.plan;
    const isNew = !this.#daemons.has(key);
    this.#daemons.set(key, daemon);
    await this.workloads.ensure(daemon.plan, { atOnce });
    while (isNew && this.#daemons.has(key) && !this.workloads.isReady(key)) {
      await this.context.pause('podDependencyCheck');
    }
  }

  /** Ends the daemons of these keys. */
  async end(daemons: readonly Daemon[]): Promise<void> {
    for (const { plan } of daemons) {
      this.#daemons.delete(plan.key);
      await this.workloads.remove(plan.key);
    }
  }

  of(kind: DaemonKind): Daemon[] {
    return [...this.#daemons.values()].filter(daemon => daemon.kind === kind);
  }

  states(): DaemonState[] {
    return [...this.#daemons.values()].map(daemon => ({
      ...daemon,
      ready: this.workloads.counts(daemon.plan.key).ready,
    }));
  }

  /** Lets a daemon fail, or work again. */
  async setDown({ plan }: Daemon, down: boolean): Promise<void> {
    await (down
      ? this.workloads.degrade(plan.key, 0)
      : this.workloads.heal(plan.key));
  }
}
