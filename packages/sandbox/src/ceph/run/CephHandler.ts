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
import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { isNotFound, persist } from '../../simulation/retry';
import { timestamp, writeStatus } from '../../simulation/writeStatus';
import { Duration } from '../../timing';
import { CephGeneration, cephNamespace } from '../generation';
import { RookPlayer } from '../rook/RookPlayer';
import { specFaults } from '../spec/specFaults';
import { WantedCluster } from '../types';
import { ApplyRound, RoundResult } from './ApplyRound';
import { CephFaults } from './CephFaults';
import { CephRemover } from './CephRemover';
import { Companions } from './Companions';
import { isRemovalActive } from './isRemovalActive';

const applied = 'Ceph cluster configuration successfully applied';

/** The loop of the operator: each call is one pass over one object, and tells when the next one is due. */
export class CephHandler {
  readonly #companions: Companions;
  readonly #round: ApplyRound;
  readonly #remover: CephRemover;

  constructor(
    private readonly context: SimulationContext,
    private readonly generation: CephGeneration,
    private readonly faults: CephFaults,
    private readonly rook: RookPlayer,
  ) {
    this.#companions = new Companions(context, generation);
    this.#round = new ApplyRound(context, generation, rook, faults);
    this.#remover = new CephRemover(context, this.#companions, this.#round);
  }

  async handle(
    name: string,
    { atOnce = false } = {},
  ): Promise<Duration | undefined> {
    const { kind } = this.generation;
    const all = await this.context.api.list(
      this.generation.identities.spec,
      cephNamespace,
    );
    const object = all.find(({ metadata }) => metadata.name === name);
    if (!object) {
      return undefined;
    }
    if (!object.status?.phase) {
      await this.#write(object, { phase: 'Creating' });
    }
    if (all.length > 1) {
      await this.#write(object, {
        phase: 'Failed',
        message: `incorrect number of ${kind}s in ${cephNamespace} namespace`,
      });
      return 'cephVerification';
    }
    const nodes = await this.context.api.list(identities.Node);
    const wanted = this.generation.readSpec(object.spec, nodes);
    if (object.metadata.deletionTimestamp && !wanted.preventDestroy) {
      return this.#remove(object);
    }
    if (await this.#migrate(object)) {
      return 'cephRequeue';
    }
    const names = nodes.map(({ metadata }) => metadata.name);
    const validation = await this.#validate(object, wanted, names);
    if (validation !== 'known good') {
      return validation === 'known bad' ? 'cephVerification' : 'cephRequeue';
    }
    await this.#setFinalizer(object, true);
    await this.#write(object, {
      clusterVersion: `v${this.generation.cephVersion}`,
    });
    await this.#companions.ensure(object);
    if (await this.#isPaused(object)) {
      return 'cephPause';
    }
    return this.#apply(object, wanted, atOnce);
  }

  async #apply(
    object: KubernetesObject,
    wanted: WantedCluster,
    atOnce: boolean,
  ): Promise<Duration> {
    const verifying = object.status?.phase === 'Ready';
    await this.#write(
      object,
      verifying
        ? {
            phase: 'Validation',
            message: 'Ceph cluster configuration is verifying',
          }
        : { phase: 'Deploying', message: 'Ceph cluster is deploying' },
    );
    if (!atOnce) {
      await this.context.pause('cephRound');
    }
    const round = await this.#round.run(object.metadata.name, wanted);
    const message = messageOf(round);
    await this.#write(
      object,
      message
        ? { phase: 'Deploying', message }
        : { phase: 'Ready', message: applied },
    );
    return message ? 'cephPause' : 'cephVerification';
  }

  async #migrate({ spec, metadata }: KubernetesObject): Promise<boolean> {
    const { migration, identities: own, fieldManager } = this.generation;
    const patch = migration(spec);
    if (patch) {
      await persist(this.context.signal, () =>
        this.context.api.patch(own.spec, metadata, patch, { fieldManager }),
      );
    }
    return patch !== undefined;
  }

  /** Writes what is found when it is not what was known. */
  async #validate(
    object: KubernetesObject,
    wanted: WantedCluster,
    nodeNames: readonly string[],
  ): Promise<'known good' | 'known bad' | 'new'> {
    const { kind } = this.generation;
    const messages = specFaults(wanted, nodeNames);
    if (this.faults.validation) {
      messages.push(this.faults.validation);
    }
    const good = messages.length === 0;
    const validation = {
      result: good ? 'Succeed' : 'Failed',
      lastValidatedGeneration: object.metadata.generation,
      messages: good ? undefined : messages,
    };
    const known = object.status?.validation ?? {};
    const same = (
      Object.keys(validation) as Array<keyof typeof validation>
    ).every(key => isDeepStrictEqual(known[key], validation[key]));
    if (same) {
      return good ? 'known good' : 'known bad';
    }
    await this.#write(object, {
      validation,
      ...(good
        ? { message: `Validation of ${kind} spec is ok` }
        : {
            phase: 'Failed',
            message: `Validation of ${kind} spec is failed`,
          }),
    });
    return 'new';
  }

  async #isPaused(object: KubernetesObject): Promise<boolean> {
    const { api } = this.context;
    const { removal, maintenance } = this.generation.identities;
    const removals = await api.list(removal, cephNamespace);
    if (removals.some(isRemovalActive)) {
      await this.#write(object, {
        phase: 'OnHold',
        message: 'Ceph cluster is under request processing',
      });
      return true;
    }
    const acting = await api.get(maintenance, object.metadata);
    if (acting?.status?.state === 'Acting') {
      await this.#write(object, {
        phase: 'Maintenance',
        message: 'Cluster maintenance (upgrade) detected, reconcile is paused',
      });
      return true;
    }
    return false;
  }

  async #remove(object: KubernetesObject): Promise<Duration | undefined> {
    await this.#write(object, {
      phase: 'Deleting',
      message: 'Ceph cluster deletion is in progress',
    });
    await this.context.pause('cephRequeue');
    if (!(await this.#remover.remove(object))) {
      return 'cephRequeue';
    }
    await this.#setFinalizer(object, false);
    return undefined;
  }

  async #setFinalizer({ metadata }: KubernetesObject, wanted: boolean) {
    const { finalizer, fieldManager, identities: own } = this.generation;
    const finalizers = metadata.finalizers ?? [];
    if (finalizers.includes(finalizer) === wanted) {
      return;
    }
    const others = finalizers.filter(one => one !== finalizer);
    await persist(this.context.signal, () =>
      this.context.api.patch(
        own.spec,
        metadata,
        {
          metadata: { finalizers: wanted ? [...others, finalizer] : others },
        },
        { fieldManager },
      ),
    ).catch(error => {
      if (!isNotFound(error)) {
        throw error;
      }
    });
  }

  async #write(object: KubernetesObject, change: object): Promise<void> {
    const { identities: own, fieldManager, tellsLastRun } = this.generation;
    const told = tellsLastRun && {
      lastRun: timestamp(),
      objRefs: this.#companions.references(object),
    };
    await writeStatus(
      this.context,
      own.spec,
      object,
      before => ({ ...before, ...told, ...change }),
      fieldManager,
    );
    object.status = { ...object.status, ...change };
  }

  /** Lets the cluster run within one call, as if it had done so for months. */
  async settleAtOnce(name: string): Promise<void> {
    for (let pass = 0; pass < 20; pass++) {
      const next = await this.handle(name, { atOnce: true });
      await this.rook.settleAtOnce();
      if (next === 'cephVerification') {
        return;
      }
    }
    throw new Error(`The running Ceph cluster ${name} did not become ready`);
  }
}

function messageOf({ changed, failed }: RoundResult): string {
  const start = 'Ceph cluster configuration apply is';
  return [
    ...(changed.length > 0 ? [`in progress: ${changed.join(', ')}`] : []),
    ...(failed.length > 0
      ? [`failed: failed to ensure ${failed.join(', ')}`]
      : []),
  ]
    .map(part => `${start} ${part}`)
    .join('; ');
}
