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

import { Resource } from '../../kubernetes';
import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { persist } from '../../simulation/retry';
import { CephGeneration } from '../generation';
import { RookPlayer } from '../rook/RookPlayer';
import { rookNamespace } from '../rook/types';
import { WantedCluster, WantedPart } from '../types';
import { ApplyStep, applySteps, preparations } from './applySteps';
import { CephFaults } from './CephFaults';
import { clusterSpec } from './clusterSpec';
import { openStackKeys } from './openStackKeys';
import { OwnedObjects } from './OwnedObjects';

export const storageClass: Resource = {
  group: 'storage.k8s.io',
  version: 'v1',
  kind: 'StorageClass',
  plural: 'storageclasses',
  namespaced: false,
};
export const openStackSecret = {
  name: 'openstack-ceph-keys',
  namespace: 'openstack-ceph-shared',
};
const roles = ['mon', 'mgr', 'rgw', 'mds', 'osd'];

/** What one round of the operator did. */
export interface RoundResult {
  changed: ApplyStep[];
  failed: ApplyStep[];
}

/** What a later round finds ready. */
class NotReady extends Error {
  readonly name = 'NotReady';
}

/** Brings the objects of Rook, and what stands around them, to what a spec asks for. */
export class ApplyRound {
  /** What was applied of steps that leave no object in the sandbox. */
  readonly #applied = new Map<ApplyStep, string>();
  readonly #owned: OwnedObjects;

  constructor(
    private readonly context: SimulationContext,
    private readonly generation: CephGeneration,
    private readonly rook: RookPlayer,
    private readonly faults: CephFaults,
  ) {
    this.#owned = new OwnedObjects(context, generation.fieldManager);
  }

  async run(name: string, wanted: WantedCluster): Promise<RoundResult> {
    const result: RoundResult = { changed: [], failed: [] };
    for (const step of applySteps) {
      const before = [...result.changed, ...result.failed];
      if (
        !preparations.includes(step) &&
        before.some(done => preparations.includes(done))
      ) {
        break;
      }
      const changed = await this.#try(step, name, wanted).catch(error => {
        this.context.signal.throwIfAborted();
        if (!(error instanceof NotReady)) {
          this.context.log(`${step}: ${error}`);
        }
        return undefined;
      });
      if (changed === undefined) {
        result.failed.push(step);
      } else if (changed) {
        result.changed.push(step);
      }
    }
    return result;
  }

  /** True when the step changed something; rejects when it failed. */
  async #try(
    step: ApplyStep,
    name: string,
    wanted: WantedCluster,
  ): Promise<boolean> {
    if (this.faults.steps.has(step)) {
      throw new NotReady();
    }
    switch (step) {
      case 'label nodes':
        return !wanted.external && this.labelNodes(wanted);
      case 'annotate nodes':
        return !wanted.external && this.#annotateNodes(wanted);
      case 'cephcluster':
        return this.#applyCluster(name, wanted);
      case 'cephblockpools':
        return this.#applyParts(identities.CephBlockPool, wanted.pools, name);
      case 'shared filesystems':
        return this.#applyParts(
          identities.CephFilesystem,
          wanted.filesystems,
          name,
        );
      default:
    }
    if (!(await this.#clusterReady(name))) {
      return false;
    }
    switch (step) {
      case 'storageclasses':
        return this.#applyStorageClasses(wanted);
      case 'ceph object storage':
        return this.#applyParts(
          identities.CephObjectStore,
          wanted.stores,
          name,
        );
      case 'Openstack secret':
        return !wanted.external && this.#shareKeys(wanted);
      case 'cephclients':
        return this.#isNew(step, [
          wanted.clients,
          wanted.pools.map(({ role }) => role),
        ]);
      default:
        return (
          wanted.others[step] !== undefined &&
          this.#isNew(step, wanted.others[step])
        );
    }
  }

  /** Begins anew, as after a cluster was deleted. */
  forget(): void {
    this.#applied.clear();
  }

  /** Labels the nodes by the roles that the spec gives them. */
  async labelNodes(wanted: Pick<WantedCluster, 'nodes'>): Promise<boolean> {
    const { api, signal } = this.context;
    let changed = false;
    for (const { metadata } of await api.list(identities.Node)) {
      const node = wanted.nodes.find(one => one.name === metadata.name);
      const held = [
        ...(node?.roles ?? []),
        ...(node?.devices.length ? ['osd'] : []),
      ];
      const labels = Object.fromEntries(
        roles.flatMap((role): Array<[string, string | null]> => {
          const label = `ceph_role_${role}`;
          const has = metadata.labels?.[label] === 'true';
          return has === held.includes(role)
            ? []
            : [[label, has ? null : 'true']];
        }),
      );
      if (Object.keys(labels).length > 0) {
        changed = true;
        await persist(signal, () =>
          api.patch(
            identities.Node,
            metadata,
            { metadata: { labels } },
            { fieldManager: this.generation.fieldManager },
          ),
        );
      }
    }
    return changed;
  }

  async #annotateNodes(wanted: WantedCluster): Promise<boolean> {
    const addresses = wanted.nodes.flatMap(({ name, monitorIp }) =>
      monitorIp ? [{ name, monitorIp }] : [],
    );
    return addresses.length > 0 && this.#isNew('annotate nodes', addresses);
  }

  async #applyCluster(name: string, wanted: WantedCluster): Promise<boolean> {
    const { changed, live } = await this.#owned.ensure(identities.CephCluster, {
      metadata: { name, namespace: rookNamespace },
      spec: clusterSpec(wanted, this.generation.cephVersion),
    });
    if (!changed && !isReady(live)) {
      throw new NotReady();
    }
    return changed;
  }

  async #applyParts(
    identity: Resource,
    parts: readonly WantedPart[],
    cluster: string,
  ): Promise<boolean> {
    // Before that, Rook makes nothing of them.
    const waits = await this.#clusterReady(cluster);
    let changed = await this.#owned.prune(
      identity,
      rookNamespace,
      parts.map(({ name }) => name),
    );
    for (const { name, spec } of parts) {
      const one = await this.#owned.ensure(identity, {
        metadata: { name, namespace: rookNamespace },
        spec,
      });
      changed ||= one.changed || (waits && !isReady(one.live));
    }
    return changed;
  }

  async #applyStorageClasses({ pools }: WantedCluster): Promise<boolean> {
    let changed = false;
    for (const { name, isDefault } of pools.filter(
      ({ role, isDefault: first }) => first || role === 'kubernetes' || !role,
    )) {
      const { changed: made } = await this.#owned.ensure(storageClass, {
        metadata: {
          name,
          annotations: {
            'storageclass.kubernetes.io/is-default-class': String(isDefault),
          },
        },
        provisioner: 'rook-ceph.rbd.csi.ceph.com',
        parameters: { clusterID: rookNamespace, pool: name },
        reclaimPolicy: 'Delete',
        allowVolumeExpansion: true,
      });
      changed ||= made;
    }
    return changed;
  }

  async #shareKeys(wanted: WantedCluster): Promise<boolean> {
    const keys = openStackKeys(wanted, this.rook.cluster.fsid);
    if (!keys) {
      return false;
    }
    const { api, signal } = this.context;
    const { fieldManager } = this.generation;
    const data = Object.fromEntries(
      Object.entries(keys).map(([key, text]) => [
        key,
        Buffer.from(text).toString('base64'),
      ]),
    );
    const live = await api.get(identities.Secret, openStackSecret);
    if (
      live &&
      Object.keys(data).every(key => live.data?.[key] === data[key])
    ) {
      return false;
    }
    await persist(signal, () =>
      live
        ? api.patch(
            identities.Secret,
            openStackSecret,
            { data },
            { fieldManager },
          )
        : api.create(
            identities.Secret,
            { metadata: openStackSecret, type: 'Opaque', data },
            { fieldManager },
          ),
    );
    return true;
  }

  async #clusterReady(name: string): Promise<boolean> {
    const cluster = await this.context.api.get(identities.CephCluster, {
      namespace: rookNamespace,
      name,
    });
    return cluster !== undefined && isReady(cluster);
  }

  #isNew(step: ApplyStep, wanted: unknown): boolean {
    const text = JSON.stringify(wanted);
    const changed = this.#applied.get(step) !== text;
    this.#applied.set(step, text);
    return changed;
  }
}

function isReady({ metadata, status }: KubernetesObject): boolean {
  return (
    ['Ready', 'Connected'].includes(status?.phase) &&
    status.observedGeneration === metadata.generation
  );
}
