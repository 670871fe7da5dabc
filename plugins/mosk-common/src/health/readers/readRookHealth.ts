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

import { CephFacts } from '../../ceph/cephFacts';
import { ProjectedCephCluster } from '../../kinds/CephCluster';
import { ProjectedRookObject } from '../../kinds/rookObject';
import { referenceOf } from '../../topology/partsOfWorkloads';
import { HealthReason, HealthState } from '../types';
import { HealthContext } from './types';

/** State of the objects of Rook, and the checks of Ceph that it passes on. */
export function readRookHealth(
  facts: CephFacts,
  context: HealthContext,
): HealthReason[] {
  const { cluster, spec, name, namespace } = facts;
  const settling = context.isSettling(spec && referenceOf(spec));
  if (!cluster) {
    return [
      {
        code: 'ClusterNotCreated',
        state: settling ? 'progressing' : 'unknown',
        message: `There is no CephCluster ${namespace}/${name} yet, so nothing is known of its health`,
      },
    ];
  }
  return [
    ...readPhase(cluster),
    ...readChecks(cluster, settling, context),
    ...[...facts.filesystems, ...facts.stores].flatMap(readPartHealth),
  ];
}

/** State of a pool, filesystem or object store. */
export function readPartHealth(part: ProjectedRookObject): HealthReason[] {
  const { kind, metadata, phase, observedGeneration } = part;
  const about = `${kind} ${metadata.namespace}/${metadata.name}`;
  const object = referenceOf(part);
  const state = stateOfPhase(phase);
  if (state !== 'healthy') {
    const why = part.conditions.find(
      ({ type, message }) => type === phase && message,
    );
    return [
      {
        code: 'CephPartNotReady',
        state,
        message: `${about} is ${phase ?? 'without a state'}${
          why ? `: ${why.message}` : ''
        }`,
        object,
        since: why?.lastTransitionAt,
      },
    ];
  }
  return (observedGeneration ?? Infinity) < (metadata.generation ?? 0)
    ? [
        {
          code: 'ChangeUnderWay',
          state: 'progressing',
          message: `Rook has not yet taken up the present spec of ${about}`,
          object,
        },
      ]
    : [];
}

function readPhase(cluster: ProjectedCephCluster): HealthReason[] {
  const { metadata, phase, state, message, observedGeneration } = cluster;
  const about = `CephCluster ${metadata.namespace}/${metadata.name}`;
  const object = referenceOf(cluster);
  const said = message ? `: ${message}` : '';
  const health = state === 'Error' ? 'failed' : stateOfPhase(phase);
  if (health !== 'healthy') {
    return [
      {
        code: health === 'failed' ? 'ClusterFailed' : 'ClusterNotReady',
        state: health,
        message: `${about} is ${
          (state === 'Error' ? 'in error' : phase) ?? 'without a state'
        }${said}`,
        object,
      },
    ];
  }
  return (observedGeneration ?? 0) < (metadata.generation ?? 0)
    ? [
        {
          code: 'ChangeUnderWay',
          state: 'progressing',
          message: `Rook has not yet taken up the present spec of ${about}`,
          object,
        },
      ]
    : [];
}

function stateOfPhase(phase: string | undefined): HealthState {
  switch (phase) {
    case 'Ready':
    case 'Connected':
      return 'healthy';
    case 'Progressing':
    case 'Connecting':
    case 'Creating':
    case 'Deleting':
      return 'progressing';
    case 'Failure':
      return 'failed';
    default:
      return 'unknown';
  }
}

function readChecks(
  cluster: ProjectedCephCluster,
  settling: boolean,
  context: HealthContext,
): HealthReason[] {
  const { health, checks, lastCheckedAt, lastChangedAt } = cluster;
  const object = referenceOf(cluster);
  // Daemons that are replaced one after the other make Ceph warn.
  const warning = settling ? 'progressing' : 'degraded';
  const told = checks.map(
    ({ name, severity, message }): HealthReason => ({
      code: name,
      state: severity === 'HEALTH_ERR' ? 'failed' : warning,
      message: `${name}: ${message || 'Ceph gives no details'}`,
      object,
      since: lastChangedAt,
    }),
  );
  if (!health) {
    return [
      {
        code: 'CephHealthUnknown',
        state: 'unknown',
        message: 'Rook has not read the health of Ceph yet',
        object,
      },
    ];
  }
  const reasons = health === 'HEALTH_OK' ? [] : told;
  if (health !== 'HEALTH_OK' && reasons.length === 0) {
    const states: Record<string, HealthReason['state']> = {
      HEALTH_WARN: warning,
      HEALTH_ERR: 'failed',
    };
    reasons.push({
      code: health,
      state: states[health] ?? 'unknown',
      message: `Ceph says ${health} and gives no details`,
      object,
      since: lastChangedAt,
    });
  }
  return isRookRunning(context)
    ? reasons
    : [
        ...reasons,
        {
          code: 'CephHealthOutdated',
          state: 'unknown',
          message: `The Rook operator does not run, so the health of Ceph is as it was read ${
            lastCheckedAt ? `at ${lastCheckedAt}` : 'last'
          }`,
          object,
          since: lastCheckedAt,
        },
      ];
}

/** Rook reads the health each minute; without it, the last one stays for ever. */
function isRookRunning({ objects, topology }: HealthContext): boolean {
  const rook = topology.components.find(({ id }) => id === 'operator/rook');
  return (rook?.workloads ?? []).some(({ kind, namespace = '', name }) => {
    const workload = objects.get(`${kind}/${namespace}/${name}`);
    return kind === 'Deployment' && workload?.kind === 'Deployment'
      ? workload.ready > 0
      : false;
  });
}
