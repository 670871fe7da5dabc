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

import { randomUUID } from 'node:crypto';
import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { timestamp, writeStatus } from '../../simulation/writeStatus';
import { DefaultWorkloadSimulator } from '../../workloads/DefaultWorkloadSimulator';
import { capacityOf, cephStatus } from './cephStatus';
import { Daemons } from './Daemons';
import { letter, planDaemon } from './planDaemon';
import { clusterWorkloads } from './platformWorkloads';
import { cephImage, Daemon, rookManager, RookRelease } from './types';

interface Osd {
  node: string;
  device: string;
  deviceClass?: string;
  part: number;
}

/** What Rook does for a CephCluster. */
export class ClusterPlayer {
  readonly #fsid = randomUUID();
  /** OSDs keep their number for life. */
  readonly #osdIds = new Map<string, string>();

  constructor(
    private readonly context: SimulationContext,
    private readonly workloads: DefaultWorkloadSimulator,
    private readonly daemons: Daemons,
    private readonly release: RookRelease,
  ) {}

  /** Brings the daemons to what the spec says, one after another. */
  async reconcile(
    cluster: KubernetesObject,
    { atOnce }: { atOnce: boolean },
  ): Promise<void> {
    const { spec, metadata, status } = cluster;
    if (
      status?.observedGeneration === metadata.generation &&
      ['Ready', 'Connected'].includes(status?.phase)
    ) {
      return;
    }
    if (spec.external?.enable) {
      await this.#tell(cluster, 'Connected', 'Connected', 'Cluster connected');
      return;
    }
    const state = status?.state === 'Created' ? 'Updating' : 'Creating';
    const tell = (message: string) =>
      atOnce
        ? Promise.resolve()
        : this.#tell(cluster, 'Progressing', state, message);
    await tell('Configuring Ceph Mons');
    await this.#ensurePlatform(atOnce);
    await this.#ensureRole('mon', spec.mon?.count ?? 3, atOnce);
    await tell('Configuring Ceph Mgr(s)');
    await this.#ensureRole('mgr', spec.mgr?.count ?? 1, atOnce);
    await tell('Configuring Ceph OSDs');
    for (const osd of osdsOf(spec)) {
      const id = this.#osdId(osd);
      if (!this.daemons.of('osd').some(known => known.id === id)) {
        await tell(`Processing OSD ${id} on node "${osd.node}"`);
      }
      await this.daemons.start(this.#planOsd(id, osd), { atOnce });
    }
    await this.#tell(
      cluster,
      'Ready',
      'Created',
      'Cluster created successfully',
    );
  }

  /** Writes what Ceph says of itself. */
  async refresh(cluster: KubernetesObject): Promise<void> {
    const daemons = this.daemons.states();
    if (!daemons.some(({ kind, ready }) => kind === 'mon' && ready > 0)) {
      return;
    }
    const { cephVersion } = this.release;
    await writeStatus(
      this.context,
      identities.CephCluster,
      cluster,
      before => ({
        ...before,
        version: {
          image: cephImage(cephVersion),
          version: `${cephVersion}-0`,
        },
        ceph: cephStatus(daemons, {
          fsid: this.#fsid,
          version: cephVersion,
          now: timestamp(),
          before: before.ceph,
        }),
        storage: {
          deviceClasses: [
            ...new Set(this.daemons.of('osd').map(osd => osd.deviceClass)),
          ].map(name => ({ name })),
          osd: { storeType: { bluestore: this.daemons.of('osd').length } },
        },
      }),
      rookManager,
    );
  }

  get fsid(): string {
    return this.#fsid;
  }

  get capacity() {
    return capacityOf(this.daemons.states());
  }

  /** Ends every daemon, OSDs first. */
  async remove(cluster: KubernetesObject): Promise<void> {
    await this.#tell(
      cluster,
      'Deleting',
      'Created',
      'Deleting the CephCluster',
    );
    for (const kind of ['osd', 'mgr', 'mon'] as const) {
      await this.daemons.end(this.daemons.of(kind));
      await this.context.pause('cephRemoval');
    }
    this.#osdIds.clear();
    for (const { key } of clusterWorkloads(this.release)) {
      await this.workloads.remove(key);
    }
  }

  async #ensurePlatform(atOnce: boolean): Promise<void> {
    await Promise.all(
      clusterWorkloads(this.release).map(plan =>
        this.workloads.ensure(plan, { atOnce }),
      ),
    );
  }

  async #ensureRole(
    kind: 'mon' | 'mgr',
    count: number,
    atOnce: boolean,
  ): Promise<void> {
    const nodes = (await this.context.api.list(identities.Node))
      .filter(
        ({ metadata }) => metadata.labels?.[`ceph_role_${kind}`] === 'true',
      )
      .map(({ metadata }) => metadata.name)
      .sort();
    for (let index = 0; index < count; index++) {
      const id = letter(index);
      const node = nodes[index % Math.max(nodes.length, 1)];
      await this.daemons.start(
        planDaemon({
          kind,
          suffix: id,
          id,
          cephVersion: this.release.cephVersion,
          nodes: node ? [node] : [],
        }),
        { atOnce },
      );
    }
    await this.daemons.end(
      this.daemons.of(kind).filter(({ id }) => id >= letter(count)),
    );
  }

  #osdId({ node, device, part }: Osd): string {
    const place = `${node} ${device} ${part}`;
    const id = this.#osdIds.get(place) ?? String(this.#osdIds.size);
    this.#osdIds.set(place, id);
    return id;
  }

  #planOsd(id: string, { node, device, deviceClass }: Osd): Daemon {
    return planDaemon({
      kind: 'osd',
      suffix: id,
      id,
      cephVersion: this.release.cephVersion,
      nodes: [node],
      details: { device, deviceClass },
    });
  }

  async #tell(
    cluster: KubernetesObject,
    phase: string,
    state: string,
    message: string,
  ): Promise<void> {
    const now = timestamp();
    const reason = phase === 'Ready' ? 'ClusterCreated' : `Cluster${phase}`;
    await writeStatus(
      this.context,
      identities.CephCluster,
      cluster,
      before => ({
        ...before,
        phase,
        state,
        message,
        observedGeneration: cluster.metadata.generation,
        conditions: [
          {
            type: phase,
            status: 'True',
            reason,
            message,
            lastHeartbeatTime: now,
            lastTransitionTime: now,
          },
        ],
      }),
      rookManager,
    );
    await this.refresh(cluster);
  }
}

/** OSDs that a spec asks for, in the order in which they are made. */
function osdsOf(spec: any): Osd[] {
  return (spec.storage?.nodes ?? []).flatMap((node: any) =>
    (node.devices ?? []).flatMap((device: any) =>
      Array.from(
        { length: Math.max(1, Number(device.config?.osdsPerDevice ?? 1)) },
        (_, part) => ({
          node: node.name,
          device: device.fullpath ?? device.name,
          deviceClass: device.config?.deviceClass,
          part,
        }),
      ),
    ),
  );
}
