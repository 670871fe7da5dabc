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

import { SimulationContext } from '../simulation/context';
import { identities, typeOf } from '../simulation/identities';
import { persist } from '../simulation/retry';
import { jobStatus } from './jobStatus';
import { podNodes } from './podNodes';
import { PodRollout } from './PodRollout';
import { WorkloadPlan } from './types';
import { isReady, readyCount, WorkloadEntry } from './WorkloadEntry';

const runsOnce = (plan: WorkloadPlan) =>
  plan.kind === 'Job' || plan.kind === 'CronJob';

/** Plays the controllers of Kubernetes and its kubelets for the workloads it is given. */
export class DefaultWorkloadSimulator {
  readonly #entries = new Map<string, WorkloadEntry>();
  readonly #listeners = new Set<() => void>();
  readonly #lostNodes = new Set<string>();

  static create(context: SimulationContext) {
    return new DefaultWorkloadSimulator(context);
  }

  private constructor(private readonly context: SimulationContext) {}

  /** Calls whenever the status of a workload changed. */
  onChange(listener: () => void) {
    this.#listeners.add(listener);
  }

  /** Makes the workload as planned; its pods follow by themselves, or before this returns when told so. */
  async ensure(plan: WorkloadPlan, options: { atOnce?: boolean } = {}) {
    const { key } = plan;
    const known = this.#entries.get(key);
    const unchanged =
      known &&
      known.plan.templateHash === plan.templateHash &&
      known.plan.replicas === plan.replicas;
    if (unchanged) {
      if (plan.kind === 'CronJob') await this.#suspend(plan, false);
      return;
    }
    if (known && plan.kind === 'Job') await this.remove(key);
    const entry = await this.#write(plan);
    if (runsOnce(plan)) {
      if (plan.kind === 'Job') await this.#patchStatus(plan, jobStatus());
      this.#changed();
      return;
    }
    const done = this.#startRollout(entry, options.atOnce ?? false);
    if (options.atOnce) await done;
  }

  /** Keys of the workloads of a service. */
  keysOf(service: string): string[] {
    return [...this.#entries.values()]
      .filter(({ plan }) => plan.service === service)
      .map(({ plan }) => plan.key);
  }

  keys(): string[] {
    return [...this.#entries.keys()];
  }

  isReady(key: string): boolean {
    const entry = this.#entries.get(key);
    return entry ? isReady(entry) : false;
  }

  /** How many pods of a workload are ready of those that should run. */
  counts(key: string): { ready: number; desired: number } {
    const entry = this.#entries.get(key);
    return {
      ready: entry ? readyCount(entry) : 0,
      desired: entry?.desired ?? 0,
    };
  }

  /** All workloads of lower tiers are ready. */
  #dependenciesReady(entry: WorkloadEntry): boolean {
    return [...this.#entries.values()].every(
      other =>
        other.plan.namespace !== entry.plan.namespace ||
        other.plan.tier >= entry.plan.tier ||
        isReady(other),
    );
  }

  /** Uninstalls a workload and its pods. */
  async remove(key: string) {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    entry.rollout?.abort.abort();
    await entry.rollout?.done;
    const { namespace, name, kind } = entry.plan;
    const { api, signal } = this.context;
    const drop = (identity: any, object: string) =>
      persist(signal, () => api.remove(identity, { namespace, name: object }));
    await drop(identities[kind], name);
    if (entry.replicaSet)
      await drop(identities.ReplicaSet, entry.replicaSet.name);
    await Promise.all(
      entry.slots.map(slot => slot && drop(identities.Pod, slot.name)),
    );
    this.#changed();
  }

  /** Lets at most `ready` pods of a workload be ready. */
  async degrade(key: string, ready: number) {
    const entry = this.#require(key);
    entry.readyLimit = ready;
    await this.#startRollout(entry, true);
  }

  /** Ends what `degrade` began. */
  async heal(key: string) {
    const entry = this.#require(key);
    entry.readyLimit = undefined;
    await this.#startRollout(entry, false);
  }

  /** What the node lifecycle controller says of the pods of a node whose kubelet reports no more, or does again. */
  async setNodeReady(node: string, ready: boolean) {
    if (ready) this.#lostNodes.delete(node);
    else this.#lostNodes.add(node);
    const there = [...this.#entries.values()].filter(({ slots }) =>
      slots.some(slot => slot?.node === node),
    );
    await Promise.all(
      there.map(entry => this.#startRollout(entry, !ready && entry.settled)),
    );
  }

  /** Deletes and makes anew every pod of a workload. Gives their names. */
  async restart(key: string): Promise<string[]> {
    const entry = this.#require(key);
    for (const slot of entry.slots) if (slot) slot.hash = 'stale';
    await this.#startRollout(entry, true);
    return entry.slots.flatMap(slot => (slot ? [slot.name] : []));
  }

  podNames(key: string): string[] {
    const entry = this.#entries.get(key);
    return entry ? entry.slots.flatMap(slot => (slot ? [slot.name] : [])) : [];
  }

  /** Resolves when no pod is being made or changed. */
  async settled(): Promise<void> {
    await Promise.allSettled(
      [...this.#entries.values()].map(({ rollout }) => rollout?.done),
    );
  }

  /** Suspends or resumes the CronJobs of a service. */
  async suspendCronJobs(service: string, suspend: boolean) {
    for (const { plan } of this.#entries.values())
      if (plan.service === service && plan.kind === 'CronJob')
        await this.#suspend(plan, suspend);
  }

  async #suspend(plan: WorkloadPlan, suspend: boolean) {
    const { api, signal } = this.context;
    await persist(signal, () =>
      api.patch(identities.CronJob, plan, { spec: { suspend } }),
    );
  }

  #require(key: string): WorkloadEntry {
    const entry = this.#entries.get(key);
    if (!entry)
      throw new Error(
        `No workload ${key} runs in cloud ${this.context.cloud}; there are ${[
          ...this.#entries.keys(),
        ]
          .sort()
          .join(', ')}`,
      );
    return entry;
  }

  async #write(plan: WorkloadPlan): Promise<WorkloadEntry> {
    const { api, signal } = this.context;
    const identity = identities[plan.kind];
    const known = this.#entries.get(plan.key);
    const object = await persist(signal, async () => {
      const current = await api.get(identity, plan);
      if (!current) return await api.create(identity, plan.manifest);
      const { metadata, spec } = plan.manifest;
      const { labels, annotations } = metadata;
      const { selector: _, serviceName: __, ...mutable } = spec;
      return await api.patch(identity, plan, {
        ...typeOf(identity),
        metadata: { labels, annotations },
        spec: mutable,
      });
    });
    const nodes = await persist(signal, () => api.list(identities.Node));
    const desired =
      plan.kind === 'DaemonSet'
        ? podNodes(nodes, plan.nodes).length
        : plan.replicas;
    const entry: WorkloadEntry = known ?? {
      plan,
      uid: object.metadata.uid!,
      generation: 1,
      slots: [],
      desired,
      settled: false,
      since: new Map(),
    };
    if (known && known.plan.templateHash !== plan.templateHash)
      entry.previousHash = known.plan.templateHash;
    entry.plan = plan;
    entry.desired = desired;
    entry.generation = object.metadata.generation ?? 1;
    entry.settled = false;
    this.#entries.set(plan.key, entry);
    return entry;
  }

  async #patchStatus(plan: WorkloadPlan, status: object) {
    const { api, signal } = this.context;
    await persist(signal, () =>
      api.patch(
        identities[plan.kind],
        plan,
        { status },
        { subresource: 'status' },
      ),
    );
  }

  #startRollout(entry: WorkloadEntry, atOnce: boolean): Promise<void> {
    const previous = entry.rollout;
    previous?.abort.abort();
    const abort = new AbortController();
    const rollout = new PodRollout(
      this.context,
      entry,
      AbortSignal.any([abort.signal, this.context.signal]),
      {
        atOnce,
        dependenciesReady: () => this.#dependenciesReady(entry),
        isLost: node => this.#lostNodes.has(node),
        changed: () => this.#changed(),
      },
    );
    const done = (previous?.done ?? Promise.resolve())
      .then(() => rollout.run())
      .catch(error => {
        if (!abort.signal.aborted && !this.context.signal.aborted)
          this.context.log(`Pods of ${entry.plan.key}: ${error}`);
      });
    entry.rollout = { abort, done };
    return done;
  }

  #changed() {
    for (const listener of this.#listeners) listener();
  }
}
