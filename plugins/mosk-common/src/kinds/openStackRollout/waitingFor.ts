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

import { findOpenStackService } from '../../openstack/services';
import { StepObservation, WaitingFor } from '../../rollout/types';
import { isWorkloadReady } from '../isWorkloadReady';
import { ObjectReference } from '../types';
import { ProjectedWorkload } from '../workload';
import { Facts, isSettled } from './facts';
import { RunMemory } from './memory';
import { Position } from './position';
import { unreadyOf } from './steps';

const operatorId = 'operator/openstack';

export function readWaitingFor(
  facts: Facts,
  position: Position,
  memory: RunMemory,
  steps: readonly StepObservation[],
): WaitingFor | undefined {
  switch (position) {
    case 'waiting':
    case 'busy':
      return waitingForStart(facts, position, memory);
    case 'recording':
      return {
        sentence:
          'Waiting for the OpenStack Operator to record for which spec it has finished',
        object: referenceTo(facts.object),
        componentId: operatorId,
      };
    case 'unknown':
      return {
        sentence: `Waiting for OpenStackDeploymentStatus ${nameOf(
          facts.object,
        )} to tell which spec it is about`,
        object: referenceTo(facts.object),
      };
    case 'gave-up':
      return undefined;
    default:
      return (
        waitingForService(facts, steps) ?? waitingForHealth(facts, position)
      );
  }
}

export function nameOf({
  metadata,
}: {
  metadata: ObjectReferenceLike;
}): string {
  return metadata.namespace
    ? `${metadata.namespace}/${metadata.name}`
    : metadata.name;
}

type ObjectReferenceLike = Pick<ObjectReference, 'name' | 'namespace'>;

export function referenceTo(object: {
  kind: string;
  metadata: ObjectReferenceLike;
}): ObjectReference {
  const { name, namespace } = object.metadata;
  return { kind: object.kind, namespace, name };
}

function waitingForStart(
  { object, operator }: Facts,
  position: Position,
  { generation }: RunMemory,
): WaitingFor {
  const start = `Waiting for the OpenStack Operator to start on generation ${generation}`;
  if (operator && !isWorkloadReady(operator)) {
    return {
      sentence: `${start}: ${readinessOf(operator)}`,
      object: referenceTo(operator),
      componentId: operatorId,
    };
  }
  const older =
    generation === 2 ? 'generation 1' : 'an older generation of the spec';
  return {
    sentence:
      position === 'busy' ? `${start}: it is still busy with ${older}` : start,
    object: referenceTo(object),
    componentId: operatorId,
  };
}

function readinessOf(workload: ProjectedWorkload): string {
  const { kind, ready, wanted, updated } = workload;
  const name = `${kind} ${nameOf(workload)}`;
  if (
    (workload.observedGeneration ?? 0) < (workload.metadata.generation ?? 0)
  ) {
    return `${name}: Kubernetes has not begun with its new version`;
  }
  return ready < wanted || ready === updated
    ? `${name}: ${ready} of ${wanted} replicas ready`
    : `${name}: ${updated} of ${wanted} replicas updated`;
}

/** The service that others wait for first, and what it waits for. */
function waitingForService(
  facts: Facts,
  steps: readonly StepObservation[],
): WaitingFor | undefined {
  const open = steps.filter(({ state }) =>
    ['running', 'settling', 'removing'].includes(state),
  );
  const unready = open.find(({ id }) => unreadyWorkload(id, facts));
  if (unready) {
    const workload = unreadyWorkload(unready.id, facts)!;
    return {
      sentence: `Waiting for ${readinessOf(workload)}`,
      object: referenceTo(workload),
      componentId: unready.componentId,
    };
  }
  const running = open.filter(({ state }) => state !== 'settling');
  const [first] = running;
  if (!first) {
    return undefined;
  }
  const onlyCeph =
    running.length === open.length &&
    running.every(
      ({ id, state }) =>
        state === 'running' && findOpenStackService(id)?.needsCeph,
    );
  const work = first.state === 'removing' ? 'uninstall' : 'apply';
  const ceph =
    onlyCeph && !steps.some(({ state }) => state === 'waiting')
      ? ', which needs Secret openstack-ceph-shared/openstack-ceph-keys from the Ceph operator'
      : '';
  return {
    sentence: `Waiting for the OpenStack Operator to ${work} ${first.title}${ceph}`,
    object: referenceTo(facts.object),
    componentId: first.componentId,
  };
}

function unreadyWorkload(
  key: string,
  facts: Facts,
): ProjectedWorkload | undefined {
  return facts.workloads.get(key)?.find(workload => !isWorkloadReady(workload));
}

function waitingForHealth(
  facts: Facts,
  position: Position,
): WaitingFor | undefined {
  const { object, status } = facts;
  if (position !== 'finished' || !status) {
    return {
      sentence: 'Waiting for the OpenStack Operator to go on with its services',
      object: referenceTo(object),
      componentId: operatorId,
    };
  }
  const name = `OpenStackDeploymentStatus ${nameOf(status)}`;
  const applications = Object.entries(status.applications);
  for (const [application, components] of applications) {
    const sick = Object.keys(components).find(key => !components[key].ready);
    if (sick) {
      return {
        sentence: `Waiting for ${application}/${sick} to become Ready in ${name}`,
        object: referenceTo(status),
      };
    }
  }
  const { health } = status;
  if (!health || health.done !== health.total || health.total === 0) {
    return {
      sentence: health
        ? `Waiting for ${name}: ${health.done} of ${health.total} applications ready`
        : `Waiting for ${name} to tell the health of the applications`,
      object: referenceTo(status),
    };
  }
  const outdated = [...facts.workloads.keys()].find(
    key => unreadyOf(key, facts).length > 0,
  );
  if (outdated || !isSettled(status.timestamp, facts)) {
    return {
      sentence: `Waiting for ${name} to be read once its health is newer than the last write of the OpenStack Operator`,
      object: referenceTo(status),
    };
  }
  return undefined;
}
