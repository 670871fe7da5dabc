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

import { randomBytes } from 'node:crypto';
import { SimulationContext } from '../simulation/context';
import { identities, typeOf } from '../simulation/identities';
import { isAlreadyThere, isNotFound, persist } from '../simulation/retry';
import { podNodes } from './podNodes';
import { podObject, podStatus } from './podObject';
import { conditionSince, readyCount, WorkloadEntry } from './WorkloadEntry';
import { workloadStatus } from './workloadStatus';

interface RolloutOptions {
  /** Without waiting, as for a cloud that runs already. */
  atOnce: boolean;
  dependenciesReady(): boolean;
  /** Nobody hears of the pods of such a node. */
  isLost(node: string): boolean;
  changed(): void;
}

const suffix = () => randomBytes(4).toString('hex').slice(0, 5);

/** Brings the pods of one workload to what its plan says, a third of them at a time. */
export class PodRollout {
  constructor(
    private readonly context: SimulationContext,
    private readonly entry: WorkloadEntry,
    private readonly signal: AbortSignal,
    private readonly options: RolloutOptions,
  ) {}

  async run() {
    const { entry, options } = this;
    this.signal.throwIfAborted();
    entry.settled = false;
    if (!options.atOnce) await this.#writeStatus();
    await this.#scaleDown();
    await this.#ensureReplicaSet();
    const stale = this.#staleSlots();
    await Promise.all(
      stale.filter(slot => !entry.slots[slot]).map(slot => this.#replace(slot)),
    );
    if (!options.atOnce) {
      await this.#writeStatus();
    }
    const batch = Math.max(1, Math.ceil(entry.desired / 3));
    for (let start = 0; start < stale.length; start += batch) {
      const slots = stale.slice(start, start + batch);
      await Promise.all(
        slots
          .filter(slot => this.#isStale(slot))
          .map(slot => this.#replace(slot)),
      );
      if (!options.atOnce) await this.#start();
      await Promise.all(slots.map(slot => this.#setReady(slot)));
      if (!options.atOnce) await this.#writeStatus();
    }
    await Promise.all(entry.slots.map((_, slot) => this.#setReady(slot)));
    entry.settled = true;
    await this.#writeStatus();
  }

  async #start() {
    while (!this.options.dependenciesReady())
      await this.context.pause('podDependencyCheck', this.signal);
    await this.context.pause('podStart', this.signal);
  }

  #isStale(slot: number): boolean {
    const { slots, plan } = this.entry;
    const pod = slots[slot];
    if (!pod) {
      return true;
    }
    return (
      pod.hash !== plan.templateHash && (!plan.onDelete || pod.hash === 'stale')
    );
  }

  /** Places of pods that are missing, old, or not ready yet. */
  #staleSlots(): number[] {
    return Array.from({ length: this.entry.desired }, (_, slot) => slot).filter(
      slot => this.#isStale(slot) || !this.entry.slots[slot]?.ready,
    );
  }

  async #scaleDown() {
    const { entry } = this;
    const surplus = entry.slots.slice(entry.desired);
    for (const slot of surplus) if (slot) await this.#removePod(slot.name);
    entry.slots.length = Math.min(entry.slots.length, entry.desired);
  }

  async #removePod(name: string) {
    const { namespace } = this.entry.plan;
    await persist(this.signal, () =>
      this.context.api.remove(identities.Pod, { namespace, name }),
    );
  }

  /** A Deployment owns its pods through a ReplicaSet, one for each form of them. */
  async #ensureReplicaSet() {
    const { entry, context } = this;
    const { plan, replicaSet: old } = entry;
    if (plan.kind !== 'Deployment' || old?.hash === plan.templateHash) return;
    const name = `${plan.name}-${plan.templateHash}`;
    const { selector, template } = plan.manifest.spec;
    const labels = {
      ...selector.matchLabels,
      'pod-template-hash': plan.templateHash,
    };
    const object = {
      ...typeOf(identities.ReplicaSet),
      metadata: {
        name,
        namespace: plan.namespace,
        labels,
        ownerReferences: [
          this.#owner(identities.Deployment, plan.name, entry.uid),
        ],
      },
      spec: {
        replicas: entry.desired,
        selector: { matchLabels: labels },
        template: { ...template, metadata: { ...template.metadata, labels } },
      },
    };
    const made = await persist(this.signal, async () => {
      const there = await context.api.get(
        identities.ReplicaSet,
        object.metadata,
      );
      return there ?? (await context.api.create(identities.ReplicaSet, object));
    });
    entry.replicaSet = {
      name,
      uid: made.metadata.uid!,
      hash: plan.templateHash,
    };
    if (old)
      await persist(this.signal, () =>
        context.api.remove(identities.ReplicaSet, {
          namespace: plan.namespace,
          name: old.name,
        }),
      );
  }

  #owner(
    identity: (typeof identities)[keyof typeof identities],
    name: string,
    uid: string,
  ) {
    return { ...typeOf(identity), name, uid, controller: true };
  }

  async #replace(slot: number) {
    const { entry, context, signal } = this;
    const { plan, replicaSet } = entry;
    const old = entry.slots[slot];
    if (old) await this.#removePod(old.name);
    entry.slots[slot] = undefined;
    const name =
      {
        Deployment: `${replicaSet?.name}-${suffix()}`,
        StatefulSet: `${plan.name}-${slot}`,
      }[plan.kind as string] ?? `${plan.name}-${suffix()}`;
    const nodes = podNodes(
      await persist(signal, () => context.api.list(identities.Node)),
      plan.nodes,
    );
    const owner = replicaSet
      ? { identity: identities.ReplicaSet, ...replicaSet }
      : { identity: identities[plan.kind], name: plan.name, uid: entry.uid };
    const node = nodes.length ? nodes[slot % nodes.length] : undefined;
    const pod = podObject(plan, name, node, {
      ...typeOf(owner.identity),
      name: owner.name,
      uid: owner.uid,
    });
    await persist(signal, () =>
      context.api.create(identities.Pod, pod).catch(error => {
        if (!isAlreadyThere(error)) throw error;
      }),
    );
    entry.slots[slot] = { name, hash: plan.templateHash, ready: false, node };
  }

  /** Writes the readiness of a pod: ready, unless the workload is held back or its node is lost. */
  async #setReady(slot: number) {
    const { entry, context, signal } = this;
    const pod = entry.slots[slot];
    if (!pod) return;
    const ready =
      slot < (entry.readyLimit ?? Infinity) &&
      !(pod.node && this.options.isLost(pod.node));
    if (pod.ready === ready) return;
    const status = podStatus(entry.plan, ready, new Date().toISOString());
    await persist(signal, () =>
      context.api.patch(
        identities.Pod,
        { namespace: entry.plan.namespace, name: pod.name },
        { status },
        { subresource: 'status' },
      ),
    ).catch(error => {
      if (!isNotFound(error)) throw error;
    });
    pod.ready = ready;
  }

  async #writeStatus() {
    const { entry, context, signal } = this;
    const { plan, slots, desired, generation, previousHash } = entry;
    const counts = {
      desired,
      existing: slots.filter(Boolean).length,
      updated: slots.filter(slot => slot?.hash === plan.templateHash).length,
      ready: readyCount(entry),
    };
    const since = conditionSince(
      entry,
      `${new Date().toISOString().slice(0, 19)}Z`,
    );
    const status = workloadStatus(
      plan,
      generation,
      counts,
      previousHash,
      since,
    );
    await persist(signal, () =>
      context.api.patch(
        identities[plan.kind],
        plan,
        { status },
        { subresource: 'status' },
      ),
    ).catch(error => {
      if (!isNotFound(error)) throw error;
    });
    this.options.changed();
  }
}
