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

import { CloudAlerts } from '../alerts/types';
import { daemonSet } from '../kinds/DaemonSet';
import { deployment } from '../kinds/Deployment';
import { job } from '../kinds/Job';
import { statefulSet } from '../kinds/StatefulSet';
import { ObjectReference } from '../kinds/types';
import { Rollout } from '../rollout/types';
import { CloudSnapshot } from '../snapshot/types';
import { Component, ComponentType, Topology } from '../topology/types';
import { causesOf, dependenciesOf } from './causesOf';
import { doubtsOf } from './doubtsOf';
import { countsForWhole, heldAgainstWhole } from './heldAgainstWhole';
import { reasonsOfAlerts } from './reasonsOfAlerts';
import { readCephClusterHealth } from './readers/readCephClusterHealth';
import { readCephPoolHealth } from './readers/readCephPoolHealth';
import { readHelmBundleHealth } from './readers/readHelmBundleHealth';
import { readHelmReleaseHealth } from './readers/readHelmReleaseHealth';
import { readKubernetesClusterHealth } from './readers/readKubernetesClusterHealth';
import { readOpenStackDeploymentHealth } from './readers/readOpenStackDeploymentHealth';
import { readOpenStackServiceHealth } from './readers/readOpenStackServiceHealth';
import { HealthContext, HealthReaders } from './readers/types';
import { worstFirst, worstHealth } from './severity';
import {
  CloudHealth,
  ComponentHealth,
  HealthReason,
  HealthState,
  WorkloadHealth,
} from './types';
import { jobHealthOf, workloadHealthOf } from './workloadHealth';

const readers: HealthReaders = {
  'ceph-cluster': readCephClusterHealth,
  'ceph-pool': readCephPoolHealth,
  'helm-bundle': readHelmBundleHealth,
  'helm-release': readHelmReleaseHealth,
  'kubernetes-cluster': readKubernetesClusterHealth,
  'openstack-deployment': readOpenStackDeploymentHealth,
  'openstack-service': readOpenStackServiceHealth,
};

/** Types whose workloads stand in for each other: one that is down is not yet the end of the whole. */
const redundant: readonly ComponentType[] = ['ceph-cluster'];

/**
 * Health of each component of a cloud, with its reasons and causes. While a rollout of an object
 * runs, what belongs to it and is not ready yet is on its way. Alerts count where they are given.
 * @public
 */
export function readHealth(
  snapshot: CloudSnapshot,
  topology: Topology,
  options: {
    rollouts?: ReadonlyArray<Pick<Rollout, 'object' | 'state'>>;
    alerts?: CloudAlerts;
  } = {},
): CloudHealth {
  const context = contextOf(snapshot, topology, options.rollouts ?? []);
  const alerts = options.alerts && reasonsOfAlerts(options.alerts, topology);
  const { components } = topology;
  const own = new Map(
    components.map(component => [
      component.id,
      readComponent(component, context, alerts),
    ]),
  );
  const states = new Map<string, HealthState>();
  const settle = (component: Component): HealthState => {
    const known = states.get(component.id);
    if (known) {
      return known;
    }
    const { state } = own.get(component.id)!;
    // A part that leads back to its whole would never end.
    states.set(component.id, state);
    const whole = worstHealth([
      state,
      ...partsOf(component, components).map(part =>
        heldAgainstWhole(part, settle(part)),
      ),
    ]);
    states.set(component.id, whole);
    return whole;
  };
  components.forEach(settle);
  const dependencies = dependenciesOf(components);
  const health = components.map((component): ComponentHealth => {
    const { reasons, workloads } = own.get(component.id)!;
    const parts = partsOf(component, components);
    return {
      componentId: component.id,
      state: states.get(component.id)!,
      reasons: [
        ...worstFirst(reasons),
        ...parts.flatMap(part =>
          reasonOfPart(
            part,
            heldAgainstWhole(part, states.get(part.id)!),
            own.get(part.id)!.reasons,
          ),
        ),
      ],
      workloads,
      causedBy: causesOf(component.id, dependencies, states),
    };
  });
  return {
    cloud: topology.cloud,
    state:
      health.find(({ componentId }) => componentId === 'cloud')?.state ??
      worstHealth(health.map(({ state }) => state)),
    components: health,
  };
}

function readComponent(
  component: Component,
  context: HealthContext,
  alerts: ReadonlyMap<string, readonly HealthReason[]> = new Map(),
) {
  const whole = context.topology.components.find(
    ({ id }) => id === component.partOf,
  );
  const settling = context.isSettling(component.resource ?? whole?.resource);
  const workloads = component.workloads.flatMap(
    (reference): WorkloadHealth[] => {
      const object = context.objects.get(keyOf(reference));
      if (!object) {
        return [];
      }
      return [
        object.kind === 'Job'
          ? jobHealthOf(object)
          : workloadHealthOf(object, settling),
      ];
    },
  );
  const reasons: HealthReason[] = [
    ...workloads.flatMap(({ state, message, object, since }) =>
      state === 'healthy'
        ? []
        : [
            {
              code:
                state === 'progressing'
                  ? 'WorkloadProgressing'
                  : 'WorkloadNotReady',
              state: state as HealthReason['state'],
              message: message ?? `${object.kind} ${object.name} is not ready`,
              object,
              since,
            },
          ],
    ),
    ...(readers[component.type]?.(component, workloads, context) ?? []),
    ...(alerts.get(component.id) ?? []),
  ].map(reason => bornBy(component, reason));
  // An API is as well as who provides it.
  const provided = context.topology.components
    .filter(({ providesApis }) => providesApis.includes(component.id))
    .flatMap((provider): HealthReason[] => {
      const { state, reasons: reasonsThere } = readComponent(
        provider,
        context,
        alerts,
      );
      return reasonOfPart(provider, state, reasonsThere);
    });
  const all = [
    ...reasons,
    ...provided,
    ...doubtsOf(
      component,
      worstHealth([...reasons, ...provided].map(({ state }) => state)),
      context.snapshot,
    ),
  ];
  return {
    reasons: all,
    workloads,
    state: worstHealth(all.map(({ state }) => state)),
  };
}

/** What one of several workloads is lost by is not yet the end of what they do together. */
function bornBy({ type, workloads }: Component, reason: HealthReason) {
  const { object, state } = reason;
  const isOfOne =
    object !== undefined &&
    workloads.some(workload => keyOf(workload) === keyOf(object));
  return state === 'failed' && isOfOne && redundant.includes(type)
    ? { ...reason, state: 'degraded' as const }
    : reason;
}

function partsOf(
  component: Component,
  components: readonly Component[],
): Component[] {
  return components.filter(
    part => part.partOf === component.id && countsForWhole(part),
  );
}

function reasonOfPart(
  part: Component,
  state: HealthState,
  reasons: readonly HealthReason[],
): HealthReason[] {
  if (state === 'healthy') {
    return [];
  }
  const [worst] = worstFirst(reasons);
  if (worst?.code === 'CloudOutOfReach') {
    // The whole says so itself.
    return [];
  }
  return [
    {
      code: 'PartNotHealthy',
      state,
      message: worst
        ? `${part.title} is ${state}: ${worst.message}`
        : `${part.title} is ${state}`,
      object: worst?.object,
      since: worst?.since,
    },
  ];
}

function contextOf(
  snapshot: CloudSnapshot,
  topology: Topology,
  rollouts: ReadonlyArray<Pick<Rollout, 'object' | 'state'>>,
): HealthContext {
  const settling = new Set(
    rollouts
      .filter(({ state }) => state === 'running' || state === 'queued')
      .map(({ object }) => keyOf(object)),
  );
  const objects = [
    ...snapshot.objects(deployment),
    ...snapshot.objects(statefulSet),
    ...snapshot.objects(daemonSet),
    ...snapshot.objects(job),
  ];
  return {
    snapshot,
    topology,
    objects: new Map(
      objects.map(object => [
        keyOf({ kind: object.kind, ...object.metadata }),
        object,
      ]),
    ),
    isSettling: object => Boolean(object && settling.has(keyOf(object))),
  };
}

function keyOf({ kind, namespace, name }: ObjectReference): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
