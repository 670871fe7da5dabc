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

import { followResource } from '../kubernetes';
import { OperatorContext, RunningOperator } from '../operators/types';
import { SimulationContext } from '../simulation/context';
import { createContext } from '../simulation/createContext';
import { KeyedWorker } from '../simulation/KeyedWorker';
import { DefaultWorkloadSimulator } from '../workloads/DefaultWorkloadSimulator';
import { WorkloadCommands } from '../workloads/WorkloadCommands';
import { CephGeneration, cephNamespace } from './generation';
import { cephDeployment } from './generations/cephDeployment';
import { miraCeph } from './generations/miraCeph';
import { HealthChecker } from './health/HealthChecker';
import { registerCommands } from './registerCommands';
import { RookPlayer } from './rook/RookPlayer';
import { CephFaults } from './run/CephFaults';
import { CephHandler } from './run/CephHandler';
import { runningCluster } from './runningCluster';

const healthKey = 'health';

/** The simulated Ceph Controller or Pelagia of one cloud, with the Rook that it commands. */
export class CephOperator implements RunningOperator {
  readonly context: SimulationContext;
  readonly generation: CephGeneration;
  readonly faults = new CephFaults();
  readonly rook: RookPlayer;
  readonly health: HealthChecker;
  readonly #end = new AbortController();
  readonly #workloads: DefaultWorkloadSimulator;
  readonly #handler: CephHandler;
  readonly #worker: KeyedWorker;
  #following?: Promise<void>;

  static async start(outer: OperatorContext): Promise<CephOperator> {
    const operator = new CephOperator(outer);
    await Promise.all([
      operator.rook.start(),
      ...operator.generation
        .workloads()
        .map(plan => operator.#workloads.ensure(plan, { atOnce: true })),
    ]);
    if (['storage', 'running'].includes(outer.cloudState ?? 'empty')) {
      await operator.#layRunningCluster();
    }
    registerCommands(outer.commands, operator);
    WorkloadCommands.of(outer.commands).add(operator.#workloads);
    operator.rook.follow(outer.client);
    operator.#following = operator.#follow();
    operator.#worker.wake(healthKey);
    return operator;
  }

  private constructor(private readonly outer: OperatorContext) {
    const signal = AbortSignal.any([outer.signal, this.#end.signal]);
    this.context = createContext(outer, signal);
    this.generation =
      outer.release?.ceph === 'CephDeployment' ? cephDeployment : miraCeph;
    const release = {
      cephVersion: this.generation.cephVersion,
      csiOperator: this.generation === cephDeployment,
    };
    this.#workloads = DefaultWorkloadSimulator.create(this.context);
    this.rook = new RookPlayer(this.context, this.#workloads, release);
    this.#handler = new CephHandler(
      this.context,
      this.generation,
      this.faults,
      this.rook,
    );
    this.health = new HealthChecker(
      this.context,
      this.generation,
      this.#workloads,
      this.rook,
      release,
    );
    this.#worker = new KeyedWorker(
      this.context,
      async key => {
        if (key !== healthKey) {
          return this.#handler.handle(key);
        }
        await this.health.check().catch(error => {
          // Its kinds may be installed later.
          if (error.statusCode !== 404) {
            throw error;
          }
        });
        return 'cephHealthCheck';
      },
      'cephPause',
    );
  }

  /** Lets it look at every object now. */
  wake(): void {
    this.#worker.wakeAll();
  }

  async stop(): Promise<void> {
    this.#end.abort();
    await Promise.allSettled([
      this.#following,
      this.#worker.settled(),
      this.rook.settled(),
      this.#workloads.settled(),
    ]);
  }

  async #layRunningCluster(): Promise<void> {
    const { spec } = this.generation.identities;
    const made = await this.context.api.create(
      spec,
      runningCluster[this.generation.kind],
      // Somebody made it by hand.
      { fieldManager: 'kubectl-create' },
    );
    await this.#handler.settleAtOnce(made.metadata.name);
    await this.health.check();
  }

  async #follow(): Promise<void> {
    const seen = new Map<string, string>();
    const events = followResource(
      this.outer.client,
      this.generation.identities.spec,
      cephNamespace,
      { signal: this.context.signal },
    );
    for await (const { type, object } of events) {
      const { name, uid, generation, deletionTimestamp } = object.metadata;
      const mark = `${uid} ${generation} ${deletionTimestamp}`;
      // What the operator writes itself wakes nobody.
      if (type === 'DELETED' || seen.get(name) !== mark) {
        seen.set(name, mark);
        this.#worker.wake(name);
      }
    }
  }
}
