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
import { Daemons } from './Daemons';
import { letter, planDaemon } from './planDaemon';
import { rookManager, RookRelease, rookNamespace } from './types';

export const partKinds = [
  'CephBlockPool',
  'CephFilesystem',
  'CephObjectStore',
] as const;
export type PartKind = (typeof partKinds)[number];

/** What Rook does for pools, filesystems and object stores. */
export class PartPlayer {
  #lastPoolId = 0;

  constructor(
    private readonly context: SimulationContext,
    private readonly daemons: Daemons,
    private readonly release: RookRelease,
  ) {}

  async reconcile(
    kind: PartKind,
    part: KubernetesObject,
    { atOnce }: { atOnce: boolean },
  ): Promise<void> {
    const { metadata, status } = part;
    if (
      status?.observedGeneration === metadata.generation &&
      status?.phase === 'Ready'
    ) {
      return;
    }
    if (!atOnce) {
      await this.#tell(kind, part, 'Progressing');
      await this.context.pause('cephPart');
    }
    if (kind === 'CephObjectStore') {
      await this.#startGateways(part, atOnce);
    } else if (kind === 'CephFilesystem') {
      await this.#startServers(part, atOnce);
    }
    await this.#tell(kind, part, 'Ready');
  }

  async remove(kind: PartKind, part: KubernetesObject): Promise<void> {
    await this.#tell(kind, part, 'Deleting');
    const daemon = { CephObjectStore: 'rgw', CephFilesystem: 'mds' } as const;
    if (kind !== 'CephBlockPool') {
      await this.daemons.end(
        this.daemons
          .of(daemon[kind])
          .filter(({ owner }) => owner === part.metadata.name),
      );
    }
    await this.context.pause('cephRemoval');
  }

  async #startGateways(part: KubernetesObject, atOnce: boolean) {
    const { name } = part.metadata;
    const nodes = await this.#nodesFor('rgw');
    await this.daemons.start(
      planDaemon({
        kind: 'rgw',
        suffix: `${name}-a`,
        id: `${name}.a`,
        cephVersion: this.release.cephVersion,
        nodes: nodes.length > 0 ? nodes : await this.#nodesFor('mon'),
        replicas: part.spec.gateway?.instances ?? 1,
        details: { owner: name },
      }),
      { atOnce },
    );
  }

  async #startServers(part: KubernetesObject, atOnce: boolean) {
    const { name } = part.metadata;
    const { activeCount = 1, activeStandby } = part.spec.metadataServer ?? {};
    const count = activeCount * (activeStandby ? 2 : 1);
    const nodes = await this.#nodesFor('mds');
    for (let index = 0; index < count; index++) {
      const node = nodes[index % Math.max(nodes.length, 1)];
      await this.daemons.start(
        planDaemon({
          kind: 'mds',
          suffix: `${name}-${letter(index)}`,
          id: `${name}-${letter(index)}`,
          cephVersion: this.release.cephVersion,
          nodes: node ? [node] : [],
          details: { owner: name },
        }),
        { atOnce },
      );
    }
    await this.daemons.end(
      this.daemons
        .of('mds')
        .filter(
          ({ owner, id }) => owner === name && id >= `${name}-${letter(count)}`,
        ),
    );
  }

  async #nodesFor(role: string): Promise<string[]> {
    return (await this.context.api.list(identities.Node))
      .filter(
        ({ metadata }) => metadata.labels?.[`ceph_role_${role}`] === 'true',
      )
      .map(({ metadata }) => metadata.name)
      .sort();
  }

  async #tell(kind: PartKind, part: KubernetesObject, phase: string) {
    const { metadata } = part;
    const now = timestamp();
    await writeStatus(
      this.context,
      identities[kind],
      part,
      before => ({
        ...before,
        phase,
        observedGeneration: metadata.generation,
        info: infoOf(kind, part),
        ...(kind === 'CephBlockPool' && {
          poolID: before.poolID ?? ++this.#lastPoolId,
        }),
        conditions: [
          {
            type: phase,
            status: 'True',
            reason: 'Reconcile',
            message: phase === 'Ready' ? 'Reconcile succeeded' : phase,
            lastHeartbeatTime: now,
            lastTransitionTime: now,
          },
        ],
      }),
      rookManager,
    );
  }
}

function infoOf(kind: PartKind, { metadata, spec }: KubernetesObject) {
  if (kind === 'CephBlockPool') {
    return {
      type: spec.erasureCoded ? 'Erasure Coded' : 'Replicated',
      failureDomain: spec.failureDomain ?? 'host',
    };
  }
  if (kind === 'CephFilesystem') {
    return undefined;
  }
  const { port, securePort } = spec.gateway ?? {};
  const host = `rook-ceph-rgw-${metadata.name}.${rookNamespace}.svc`;
  return {
    ...(port && { endpoint: `http://${host}:${port}` }),
    ...(securePort && { secureEndpoint: `https://${host}:${securePort}` }),
  };
}
