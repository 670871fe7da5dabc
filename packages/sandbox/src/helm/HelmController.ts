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
import { createContext } from '../simulation/createContext';
import { SimulationContext } from '../simulation/context';
import { identities } from '../simulation/identities';
import { DefaultWorkloadSimulator } from '../workloads/DefaultWorkloadSimulator';
import { BundleReconciler } from './BundleReconciler';
import { controllerWorkload } from './controllerWorkload';
import { registerHelmCommands } from './registerHelmCommands';
import { ReleaseFaults } from './ReleaseFaults';

/** `spec.release` of the bundles that are for this controller alone. */
const controllerRelease = 'mosk-sandbox';

interface Worker {
  reconciler: BundleReconciler;
  wake(): void;
}

/** The simulated Helm Controller of one cloud. */
export class HelmController implements RunningOperator {
  readonly faults = new ReleaseFaults();
  readonly workloads: DefaultWorkloadSimulator;
  observesGeneration = true;
  readonly #end = new AbortController();
  readonly #context: SimulationContext;
  readonly #workers = new Map<string, Worker>();
  readonly #tasks = new Set<Promise<unknown>>();

  static async start(outer: OperatorContext): Promise<HelmController> {
    const controller = new HelmController(outer);
    const { workloads } = controller;
    await workloads.ensure(controllerWorkload(), { atOnce: true });
    await controller.#reconcileAllAtOnce();
    workloads.onChange(() => controller.wakeAll());
    registerHelmCommands(outer.commands, controller);
    controller.#track(controller.#follow());
    return controller;
  }

  private constructor(private readonly outer: OperatorContext) {
    const signal = AbortSignal.any([outer.signal, this.#end.signal]);
    this.#context = createContext(outer, signal);
    this.workloads = DefaultWorkloadSimulator.create(this.#context);
  }

  async stop(): Promise<void> {
    this.#end.abort();
    await Promise.allSettled([...this.#tasks, this.workloads.settled()]);
  }

  /** Names of the releases of all bundles. */
  async releaseNames(): Promise<string[]> {
    const bundles = await this.#context.api.list(identities.HelmBundle);
    return bundles.flatMap(({ spec }) =>
      (spec?.releases ?? []).map(({ name }: { name: string }) => name),
    );
  }

  heal(release: string): boolean {
    const healed = this.faults.heal(release);
    for (const { reconciler } of this.#workers.values()) {
      reconciler.wakeUp(release);
    }
    this.wakeAll();
    return healed;
  }

  wakeAll(): void {
    for (const worker of this.#workers.values()) {
      worker.wake();
    }
  }

  /** What there is before the controller has been installed long ago. */
  async #reconcileAllAtOnce(): Promise<void> {
    const bundles = await this.#context.api
      .list(identities.HelmBundle)
      .catch(() => []);
    for (const { metadata } of bundles) {
      const worker = this.#workerOf(metadata as Required<typeof metadata>);
      await worker.reconciler.reconcile({ atOnce: true });
    }
  }

  async #follow(): Promise<void> {
    const events = followResource(
      this.outer.client,
      identities.HelmBundle,
      undefined,
      { signal: this.#context.signal },
    );
    for await (const { object, type } of events) {
      const metadata = object.metadata as Required<typeof object.metadata>;
      if (type === 'DELETED') {
        this.#workers.delete(metadata.uid);
      } else {
        this.#workerOf(metadata).wake();
      }
    }
  }

  #workerOf(metadata: {
    uid: string;
    namespace: string;
    name: string;
  }): Worker {
    const { uid, namespace, name } = metadata;
    let worker = this.#workers.get(uid);
    if (!worker) {
      const reconciler = new BundleReconciler(
        this.#context,
        { namespace, name },
        {
          controllerRelease,
          observesGeneration: () => this.observesGeneration,
          faults: this.faults,
          workloads: this.workloads,
          retryLater: () => this.#workers.get(uid)?.wake(),
        },
      );
      worker = this.#work(reconciler);
      this.#workers.set(uid, worker);
    }
    return worker;
  }

  /** One task for each bundle: what happens during a round starts another. */
  #work(reconciler: BundleReconciler): Worker {
    let busy = false;
    let pending = false;
    const loop = async () => {
      while (pending && !this.#context.signal.aborted) {
        pending = false;
        await this.#context.pause('helmBundleStart');
        try {
          await reconciler.reconcile();
        } catch (error) {
          this.#context.signal.throwIfAborted();
          // The API server may be away, on purpose.
          this.#context.log(`A round of the Helm Controller failed: ${error}`);
          pending = true;
          await this.#context.pause('helmBundleRetry');
        }
      }
    };
    const wake = () => {
      pending = true;
      if (!busy) {
        busy = true;
        this.#track(loop().finally(() => (busy = false)));
      }
    };
    return { reconciler, wake };
  }

  #track(task: Promise<unknown>): void {
    const guarded = task.catch(error => {
      if (!this.#context.signal.aborted) {
        this.#context.log(String(error));
      }
    });
    this.#tasks.add(guarded);
    guarded.finally(() => this.#tasks.delete(guarded));
  }
}
