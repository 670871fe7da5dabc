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

import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { timestamp, writeStatus } from '../../simulation/writeStatus';
import { DefaultWorkloadSimulator } from '../../workloads/DefaultWorkloadSimulator';
import { CephGeneration, cephNamespace } from '../generation';
import { RookPlayer } from '../rook/RookPlayer';
import { csiWorkloads } from '../rook/platformWorkloads';
import { RookRelease, rookNamespace } from '../rook/types';
import { buildReport, PlayedCluster } from './buildReport';

/** Looks at the cluster from time to time and writes the health object. */
export class HealthChecker {
  /** What it saw last, without times. */
  #seen = '';
  #updatedAt = timestamp();

  constructor(
    private readonly context: SimulationContext,
    private readonly generation: CephGeneration,
    private readonly workloads: DefaultWorkloadSimulator,
    private readonly rook: RookPlayer,
    private readonly release: RookRelease,
  ) {}

  async check(): Promise<void> {
    const { api } = this.context;
    const own = this.generation.identities;
    for (const object of await api.list(own.spec, cephNamespace)) {
      const health = await api.get(own.health, object.metadata);
      if (health) {
        await this.#write(object, health);
      }
    }
  }

  async #write(object: KubernetesObject, health: KubernetesObject) {
    const { name } = object.metadata;
    const cluster = await this.context.api.get(identities.CephCluster, {
      namespace: rookNamespace,
      name,
    });
    const report = buildReport(await this.#look(object, cluster));
    const checkedAt = timestamp();
    const { ceph, ...rest } = report.cluster as any;
    const seen = JSON.stringify({
      ...report,
      cluster: { ...rest, health: ceph?.health, details: ceph?.details },
    });
    if (seen !== this.#seen) {
      this.#seen = seen;
      this.#updatedAt = checkedAt;
    }
    await writeStatus(
      this.context,
      this.generation.identities.health,
      health,
      this.generation.healthStatus({
        ...report,
        checkedAt,
        updatedAt: this.#updatedAt,
      }),
      this.generation.fieldManager,
    );
  }

  async #look(
    object: KubernetesObject,
    cluster: KubernetesObject | undefined,
  ): Promise<PlayedCluster> {
    const { api } = this.context;
    const [pools, stores, filesystems] = await Promise.all(
      [
        identities.CephBlockPool,
        identities.CephObjectStore,
        identities.CephFilesystem,
      ].map(identity => api.list(identity, rookNamespace)),
    );
    const countsOf = (key: string) => this.workloads.counts(key);
    return {
      object,
      cluster,
      pools,
      stores,
      filesystems,
      daemons: this.rook.daemons.states().map(daemon => ({
        ...daemon,
        wanted: countsOf(daemon.plan.key).desired,
      })),
      rookOperator: countsOf('Deployment/rook-ceph-operator'),
      csi: cluster
        ? csiWorkloads(this.release).map(({ name, key, kind }) => ({
            name,
            kind,
            ...countsOf(key),
          }))
        : [],
    };
  }
}
