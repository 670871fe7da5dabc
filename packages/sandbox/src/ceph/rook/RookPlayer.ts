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

import { followResource, KubernetesClient } from '../../kubernetes';
import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { KeyedWorker } from '../../simulation/KeyedWorker';
import { isNotFound, persist } from '../../simulation/retry';
import { Duration } from '../../timing';
import { DefaultWorkloadSimulator } from '../../workloads/DefaultWorkloadSimulator';
import { ClusterPlayer } from './ClusterPlayer';
import { Daemons } from './Daemons';
import { PartKind, partKinds, PartPlayer } from './PartPlayer';
import { rookWorkloads } from './platformWorkloads';
import {
  Daemon,
  finalizerOf,
  rookManager,
  RookRelease,
  rookNamespace,
} from './types';

const kinds = ['CephCluster', ...partKinds] as const;

/** The simulated operator of Rook: makes daemons of its objects. */
export class RookPlayer {
  readonly daemons: Daemons;
  readonly cluster: ClusterPlayer;
  readonly #parts: PartPlayer;
  readonly #worker: KeyedWorker;
  readonly #follows: Promise<void>[] = [];

  constructor(
    private readonly context: SimulationContext,
    private readonly workloads: DefaultWorkloadSimulator,
    release: RookRelease,
  ) {
    this.daemons = new Daemons(context, workloads);
    this.cluster = new ClusterPlayer(context, workloads, this.daemons, release);
    this.#parts = new PartPlayer(context, this.daemons, release);
    this.#worker = new KeyedWorker(
      context,
      key => this.#handle(key),
      'cephRequeue',
    );
  }

  /** Its own workloads, and what belongs to the objects that are there. */
  async start(): Promise<void> {
    await Promise.all(
      rookWorkloads().map(plan =>
        this.workloads.ensure(plan, { atOnce: true }),
      ),
    );
  }

  /** Brings everything that is there to what it says, without taking time. */
  async settleAtOnce(): Promise<void> {
    for (const kind of kinds) {
      for (const object of await this.context.api.list(
        identities[kind],
        rookNamespace,
      )) {
        await this.#reconcile(kind, object, true);
      }
    }
    await this.refresh();
  }

  /** Begins to follow its objects. */
  follow(client: KubernetesClient): void {
    this.#worker.wake('health');
    for (const kind of kinds) {
      this.#follows.push(this.#followKind(client, kind));
    }
  }

  async settled(): Promise<void> {
    await Promise.allSettled([...this.#follows, this.#worker.settled()]);
  }

  /** Lets Ceph look at itself now. */
  async refresh(): Promise<void> {
    const [cluster] = await this.context.api
      .list(identities.CephCluster, rookNamespace)
      .catch(error => {
        if (isNotFound(error)) {
          return [];
        }
        throw error;
      });
    if (cluster && !cluster.metadata.deletionTimestamp) {
      await this.cluster.refresh(cluster);
    }
  }

  /** Lets an OSD fail, or work again. */
  async setDown(daemon: Daemon, down: boolean): Promise<void> {
    await this.daemons.setDown(daemon, down);
    await this.refresh();
  }

  async #followKind(client: KubernetesClient, kind: (typeof kinds)[number]) {
    const seen = new Map<string, string>();
    const { signal } = this.context;
    for await (const { type, object } of followResource(
      client,
      identities[kind],
      rookNamespace,
      { signal },
    )) {
      const { name, uid, generation, deletionTimestamp } = object.metadata;
      const mark = `${uid} ${generation} ${deletionTimestamp}`;
      if (type !== 'DELETED' && seen.get(name) !== mark) {
        seen.set(name, mark);
        this.#worker.wake(`${kind}/${name}`);
      }
    }
  }

  async #handle(key: string): Promise<Duration | undefined> {
    if (key === 'health') {
      await this.refresh();
      return 'cephStatusCheck';
    }
    const [kind, name] = key.split('/') as [(typeof kinds)[number], string];
    const object = await this.context.api.get(identities[kind], {
      namespace: rookNamespace,
      name,
    });
    if (!object) {
      return undefined;
    }
    if (object.metadata.deletionTimestamp) {
      await this.#remove(kind, object);
      return undefined;
    }
    if (kind !== 'CephCluster' && !(await this.#isClusterReady())) {
      return 'cephRequeue';
    }
    await this.#reconcile(kind, object, false);
    return undefined;
  }

  async #reconcile(
    kind: (typeof kinds)[number],
    object: KubernetesObject,
    atOnce: boolean,
  ) {
    await this.#setFinalizer(kind, object, true);
    await (kind === 'CephCluster'
      ? this.cluster.reconcile(object, { atOnce })
      : this.#parts.reconcile(kind as PartKind, object, { atOnce }));
    if (!atOnce) {
      await this.refresh();
    }
  }

  async #remove(kind: (typeof kinds)[number], object: KubernetesObject) {
    await (kind === 'CephCluster'
      ? this.cluster.remove(object)
      : this.#parts.remove(kind as PartKind, object));
    await this.#setFinalizer(kind, object, false);
  }

  async #setFinalizer(
    kind: (typeof kinds)[number],
    { metadata }: KubernetesObject,
    wanted: boolean,
  ) {
    const { api, signal } = this.context;
    const has = Boolean(metadata.finalizers?.includes(finalizerOf(kind)));
    if (has !== wanted) {
      await persist(signal, () =>
        api.patch(
          identities[kind],
          metadata,
          { metadata: { finalizers: wanted ? [finalizerOf(kind)] : null } },
          { fieldManager: rookManager },
        ),
      ).catch(error => {
        if (!isNotFound(error)) {
          throw error;
        }
      });
    }
  }

  async #isClusterReady(): Promise<boolean> {
    const clusters = await this.context.api.list(
      identities.CephCluster,
      rookNamespace,
    );
    return clusters.some(({ status }) =>
      ['Ready', 'Connected'].includes(status?.phase),
    );
  }
}
