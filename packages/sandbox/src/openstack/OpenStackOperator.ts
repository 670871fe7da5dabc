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
import { registerAdmission } from './admission/registerAdmission';
import { SimulationContext } from '../simulation/context';
import { createContext } from '../simulation/createContext';
import { identities } from '../simulation/identities';
import { registerCommands } from './registerCommands';
import { DeploymentHandler, OperatorProcess } from './run/DeploymentHandler';
import { EventWriter } from './run/EventWriter';
import { Faults } from './run/Faults';
import { ServiceApplier } from './run/ServiceApplier';
import { ServiceRemover } from './run/ServiceRemover';
import { ServiceUpgrader } from './run/ServiceUpgrader';
import { runningCloud } from './runningCloud';
import { HealthRefresher } from './status/HealthRefresher';
import { DefaultWorkloadSimulator } from '../workloads/DefaultWorkloadSimulator';
import { operatorWorkloads } from './workloads/operatorWorkloads';

const namespace = 'openstack';

interface Worker {
  handler: DeploymentHandler;
  wake(): void;
}

/** The simulated rockoon of one cloud. */
export class OpenStackOperator implements RunningOperator {
  readonly faults = new Faults();
  readonly workloads: DefaultWorkloadSimulator;
  readonly #end = new AbortController();
  readonly #context: SimulationContext;
  readonly #tasks = new Set<Promise<unknown>>();
  #controllerVersion = '1.1.4';
  #process?: { signal: AbortController; tasks: Promise<unknown>[] };

  static async start(outer: OperatorContext): Promise<OpenStackOperator> {
    const operator = new OpenStackOperator(outer);
    await registerAdmission(outer, operator.#context.api);
    await Promise.all(
      operatorWorkloads().map(plan =>
        operator.workloads.ensure(plan, { atOnce: true }),
      ),
    );
    if (outer.cloudState === 'running') {
      await operator.#layRunningCloud();
    }
    registerCommands(outer.commands, operator);
    operator.#track(operator.#runHealth());
    operator.#startProcess();
    return operator;
  }

  private constructor(private readonly outer: OperatorContext) {
    const signal = AbortSignal.any([outer.signal, this.#end.signal]);
    this.#context = createContext(outer, signal);
    this.workloads = DefaultWorkloadSimulator.create(this.#context);
  }

  get context(): SimulationContext {
    return this.#context;
  }

  async stop(): Promise<void> {
    this.#end.abort();
    await Promise.allSettled([
      ...this.#tasks,
      ...(this.#process?.tasks ?? []),
      this.workloads.settled(),
    ]);
  }

  /** The operator's pods end and come anew; every deployment is then handled again. */
  async restart(controllerVersion?: string): Promise<object> {
    const process = this.#process;
    process?.signal.abort();
    await Promise.allSettled(process?.tasks ?? []);
    this.#controllerVersion = controllerVersion ?? this.#controllerVersion;
    const pods = await this.workloads.restart('Deployment/rockoon');
    await this.#context.pause('operatorRestart');
    this.#startProcess();
    return { controllerVersion: this.#controllerVersion, pods };
  }

  #track(task: Promise<unknown>) {
    const guarded = task.catch(error => {
      if (!this.#context.signal.aborted) {
        this.#context.log(String(error));
      }
    });
    this.#tasks.add(guarded);
    guarded.finally(() => this.#tasks.delete(guarded));
  }

  async #runHealth() {
    const health = new HealthRefresher(this.#context, namespace);
    this.workloads.onChange(() => health.request());
    await health.run();
  }

  #handler(name: string, process: OperatorProcess): DeploymentHandler {
    const context = this.#context;
    const events = new EventWriter(context);
    const applier = new ServiceApplier(
      context,
      this.workloads,
      this.faults,
      events,
    );
    const upgrader = new ServiceUpgrader(
      context,
      this.workloads,
      applier,
      this.outer.timing.healthTimeout,
    );
    const remover = new ServiceRemover(context, this.workloads);
    const parts = { applier, upgrader, remover };
    return new DeploymentHandler(context, parts, process, { namespace, name });
  }

  #describeProcess(signal: AbortSignal): OperatorProcess {
    const [host = 'rockoon'] = this.workloads.podNames('Deployment/rockoon');
    return {
      controllerVersion: this.#controllerVersion,
      release: `MOSK ${this.outer.release?.name ?? '25.2'}`,
      host,
      signal,
    };
  }

  async #layRunningCloud() {
    const { api, signal, cloud } = this.#context;
    const made = await api.create(
      identities.OpenStackDeployment,
      runningCloud(cloud),
      // Somebody made it by hand.
      { fieldManager: 'kubectl-create' },
    );
    const process = this.#describeProcess(signal);
    await this.#handler(made.metadata.name, process).handle({ atOnce: true });
  }

  #startProcess() {
    const abort = new AbortController();
    const signal = AbortSignal.any([this.#context.signal, abort.signal]);
    const process = this.#describeProcess(signal);
    const tasks: Promise<unknown>[] = [];
    this.#process = { signal: abort, tasks };
    tasks.push(
      this.#follow(process, tasks).catch(error => {
        if (!signal.aborted) {
          this.#context.log(`Watching deployments ended: ${error}`);
        }
      }),
    );
  }

  async #follow(process: OperatorProcess, tasks: Promise<unknown>[]) {
    const workers = new Map<string, Worker>();
    const events = followResource(
      this.outer.client,
      identities.OpenStackDeployment,
      namespace,
      { signal: process.signal },
    );
    for await (const { object, type } of events) {
      const { name, uid } = object.metadata;
      if (type === 'DELETED') {
        workers.delete(uid!);
        continue;
      }
      let worker = workers.get(uid!);
      if (!worker) {
        worker = this.#work(this.#handler(name, process), process, tasks);
        workers.set(uid!, worker);
      }
      worker.wake();
    }
  }

  /** One task for each deployment: what happens during a run waits for its end. */
  #work(
    handler: DeploymentHandler,
    process: OperatorProcess,
    tasks: Promise<unknown>[],
  ): Worker {
    let busy = false;
    let pending = false;
    const loop = async () => {
      while (pending && !process.signal.aborted) {
        pending = false;
        try {
          while (await handler.handle());
        } catch (error) {
          if (process.signal.aborted) {
            return;
          }
          this.#context.log(`Handling failed: ${error}`);
          pending = true;
          await this.#context
            .pause('retryDelay', process.signal)
            .catch(() => {});
        }
      }
    };
    const wake = () => {
      pending = true;
      if (!busy) {
        busy = true;
        tasks.push(loop().finally(() => (busy = false)));
      }
    };
    return { handler, wake };
  }
}
