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

import { WaitingFor } from '../../rollout/types';
import { isWorkloadReady } from '../isWorkloadReady';
import { ProjectedRookObject } from '../rookObject';
import { ObjectReference, ProjectedObject } from '../types';
import { Facts } from './facts';
import { CephMemory } from './memory';
import { partsOf } from './applyOrder';
import { Position } from './position';
import { readRound } from './readMessage';

const operatorId = 'operator/ceph';

/** One sentence that names what the rollout waits for. */
export function readWaitingFor(
  facts: Facts,
  position: Position,
  memory: CephMemory,
): WaitingFor | undefined {
  const { operatorTitle, object } = facts;
  const name = longNameOf(object);
  const about = (sentence: string): WaitingFor => ({
    sentence: `Waiting for ${sentence}`,
    object: referenceTo(object),
    componentId: operatorId,
  });
  switch (position) {
    case 'waiting':
      return (
        waitingForOperator(
          facts,
          `check generation ${object.metadata.generation}`,
        ) ??
        about(
          `${operatorTitle} to check generation ${object.metadata.generation} of ${name}`,
        )
      );
    case 'refused':
      return about(`${operatorTitle} to be able to check ${name}`);
    case 'on-hold':
      return waitingForRemoval(facts);
    case 'maintenance':
      return waitingForMaintenance(facts);
    case 'starting':
      return (
        waitingForOperator(facts, 'apply it') ??
        about(
          `${operatorTitle} to apply generation ${object.metadata.generation} of ${name}`,
        )
      );
    case 'confirming':
      return about(
        `${operatorTitle} to begin with generation ${object.metadata.generation} of ${name}: what it says may still be of the one before`,
      );
    case 'applying':
    case 'failing':
      return waitingForCluster(facts, memory);
    case 'unknown':
      return about(
        `the status of ${name} to tell which generation of the spec it is about`,
      );
    default:
      return undefined;
  }
}

export function referenceTo({
  kind,
  metadata,
}: ProjectedObject): ObjectReference {
  return { kind, namespace: metadata.namespace, name: metadata.name };
}

export function longNameOf({ kind, metadata }: ProjectedObject): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}

export function clusterIdOf({ cluster }: Facts): string | undefined {
  return cluster && `ceph-cluster/${cluster.metadata.name}`;
}

function waitingForOperator(
  { operator, operatorTitle }: Facts,
  doing: string,
): WaitingFor | undefined {
  return operator && !isWorkloadReady(operator)
    ? {
        sentence: `Waiting for ${operatorTitle} to ${doing}: ${longNameOf(
          operator,
        )} has ${operator.ready} of ${operator.wanted} pods ready`,
        object: referenceTo(operator),
        componentId: operatorId,
      }
    : undefined;
}

function waitingForRemoval({ object, removals }: Facts): WaitingFor {
  const [removal] = removals;
  if (!removal) {
    return {
      sentence: `Waiting for the removal of OSDs to end: ${longNameOf(
        object,
      )} is on hold until then`,
      object: referenceTo(object),
    };
  }
  const condition =
    {
      ApproveWaiting: 'be approved',
      InputWaiting: 'get the input that it asks for',
      Failed: 'be resolved, as it failed half-way',
    }[removal.phase ?? ''] ?? `be complete (now ${removal.phase})`;
  return {
    sentence: `Waiting for ${longNameOf(
      removal,
    )} to ${condition}: the removal of OSDs holds ${longNameOf(object)} back`,
    object: referenceTo(removal),
  };
}

function waitingForMaintenance({ object, maintenance }: Facts): WaitingFor {
  const why = maintenance?.message ? ` (${maintenance.message})` : '';
  return {
    sentence: `Waiting for ${
      maintenance ? longNameOf(maintenance) : 'the maintenance of the cluster'
    } to end${why}: ${longNameOf(object)} is paused for it`,
    object: referenceTo(maintenance ?? object),
  };
}

/** Daemons first, as everything else stands on them. */
function waitingForCluster(facts: Facts, memory: CephMemory): WaitingFor {
  const { cluster, object, operatorTitle } = facts;
  const postponed = waitingForOpenStack(facts, memory);
  if (postponed) {
    return postponed;
  }
  const componentId = clusterIdOf(facts);
  const standing = cluster && isStanding(cluster);
  for (const { daemon, title, ready, wanted, workloads } of facts.daemons) {
    const unready = workloads.find(workload => !isWorkloadReady(workload));
    if (unready) {
      return {
        sentence: `Waiting for ${longNameOf(unready)}: ${unready.ready} of ${
          unready.wanted
        } pods ready (${title}: ${ready} of ${wanted})`,
        object: referenceTo(unready),
        componentId,
      };
    }
    if (cluster && !standing && ready < wanted) {
      const said = cluster.message ? `: ${cluster.message}` : '';
      return {
        sentence: `Waiting for CephCluster ${cluster.metadata.namespace}/${
          cluster.metadata.name
        } to have ${wanted} ${wordOf(daemon)} (now ${ready})${said}`,
        object: referenceTo(cluster),
        componentId,
      };
    }
  }
  if (cluster && !standing) {
    const said = cluster.message ? `: ${cluster.message}` : '';
    return {
      sentence: `Waiting for ${longNameOf(cluster)} to be Ready${said}`,
      object: referenceTo(cluster),
      componentId,
    };
  }
  const unready = [...facts.pools, ...facts.filesystems, ...facts.stores].find(
    part => !isRookReady(part),
  );
  if (unready) {
    return {
      sentence: `Waiting for ${longNameOf(unready)} to be Ready: it is ${
        unready.phase ?? 'not begun'
      }`,
      object: referenceTo(unready),
      componentId,
    };
  }
  const round = readRound(object.status.message);
  const busy = [...round.failed, ...round.changed];
  const part = partsOf(object.spec, memory.named).find(({ name }) =>
    busy.includes(name),
  );
  const what = part ? ` (${part.title})` : '';
  return {
    sentence: `Waiting for ${operatorTitle} to have nothing left to change in ${longNameOf(
      object,
    )}${what}`,
    object: referenceTo(object),
    componentId: operatorId,
  };
}

/** A new version of Ceph is put off until OpenStack is through with its own update. */
function waitingForOpenStack(
  { object, openStack }: Facts,
  { wantedVersion }: CephMemory,
): WaitingFor | undefined {
  const { clusterVersion } = object.status;
  if (
    !openStack ||
    openStack.state === 'APPLIED' ||
    !wantedVersion ||
    !clusterVersion ||
    !/^v?\d/.test(wantedVersion) ||
    clusterVersion
      .split(',')
      .every(version => isSameVersion(version, wantedVersion))
  ) {
    return undefined;
  }
  return {
    sentence: `Waiting for ${longNameOf(openStack)} to be APPLIED (now ${
      openStack.state ?? 'without a state'
    }): the upgrade of Ceph from ${clusterVersion} to ${wantedVersion} is put off until then`,
    object: referenceTo(openStack),
    componentId: 'operator/openstack',
  };
}

function isSameVersion(left: string, right: string): boolean {
  const plain = (version: string) =>
    version.replace(/^v/, '').split(/[-+_]/)[0];
  return plain(left) === plain(right);
}

function isStanding({
  phase,
  observedGeneration,
  metadata,
}: NonNullable<Facts['cluster']>): boolean {
  return (
    ['Ready', 'Connected'].includes(phase ?? '') &&
    (observedGeneration ?? 0) >= (metadata.generation ?? 0)
  );
}

export function isRookReady({ phase }: ProjectedRookObject): boolean {
  return phase === 'Ready' || phase === 'Connected';
}

function wordOf(daemon: string): string {
  return `${daemon} daemons`;
}
