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

import {
  Alert,
  cloudEntityRef,
  Component,
  ComponentHealth,
  countAlerts,
  entityRefOf,
  HealthReason,
  isWatchdog,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { alertsOfComponent } from '../stacklight/alertViews';
import { worstFirst } from './healthOrder';
import { refusals } from './refusals';
import { CloudView, HealthSince, NodeView } from './types';

/** A page shows this many reasons of a cloud at first glance. */
const mostReasons = 5;

/** Types that stand for others and are not counted beside them. */
const wholes: ReadonlyArray<Component['type']> = [
  'mosk-cloud',
  'kubernetes-cluster',
];

/** A cloud at first glance. */
export function cloudSummary(
  view: CloudView,
  runningRollouts: MoskViews.RolloutSummary[],
): MoskViews.CloudSummary {
  const { cloud, snapshot, health } = view;
  return {
    name: cloud.name,
    title: cloud.title,
    owner: cloud.owner,
    entityRef: cloudEntityRef(cloud.name),
    readOnly: Boolean(cloud.readOnly),
    readOnlyReason: cloud.readOnly?.reason,
    state: health.state,
    reasons: cloudReasons(health.components),
    counts: countStates(view),
    connection: snapshot.connection,
    missing: [...snapshot.missing],
    runningRollouts,
    moskRelease: view.moskRelease,
    openstackRelease: view.openstackRelease,
    alerts: alertCounts(view, alerts =>
      alerts.filter(alert => !isWatchdog(alert)),
    ),
    kinds: [...snapshot.discovered],
    refusals: refusals(snapshot),
    revision: view.revision,
  };
}

/** A cloud with its components, the worst first. */
export function cloudDetail(
  view: CloudView,
  runningRollouts: MoskViews.RolloutSummary[],
  since: ReadonlyMap<string, HealthSince>,
): MoskViews.CloudDetail {
  return {
    ...cloudSummary(view, runningRollouts),
    components: view.topology.components
      .map(component => componentSummary(view, component, since))
      .sort(
        (one, other) =>
          worstFirst(one.state, other.state) ||
          one.causedBy.length - other.causedBy.length,
      ),
    nodes: view.nodes.map(nodeSummary),
  };
}

/** A node at first glance. */
export function nodeSummary(node: NodeView): MoskViews.NodeSummary {
  return {
    ...node,
    reasons: [...node.reasons],
    roles: [...node.roles],
    pressures: [...node.pressures],
  };
}

/** A component at first glance. */
export function componentSummary(
  view: CloudView,
  component: Component,
  since: ReadonlyMap<string, HealthSince>,
): MoskViews.ComponentSummary {
  const health = healthOf(view, component.id);
  const remembered = since.get(component.id);
  const total = (of: 'ready' | 'wanted') =>
    health.workloads.reduce((sum, workload) => sum + workload[of], 0);
  return {
    id: component.id,
    type: component.type,
    title: component.title,
    group: component.group,
    entityRef: entityRefOf(view.cloud.name, component),
    version: component.version,
    resource: component.resource,
    state: health.state,
    since:
      remembered?.state === health.state
        ? remembered.since
        : sinceAlerts(health),
    reasons: [...health.reasons],
    causedBy: [...health.causedBy],
    dependsOn: [...component.dependsOn],
    workloadsReady: total('ready'),
    workloadsWanted: total('wanted'),
    alerts: alertCounts(view, alerts =>
      alertsOfComponent(alerts, view.topology, component.id),
    ),
  };
}

/** Health of a component; unknown when nobody looked at it. */
export function healthOf(
  view: CloudView,
  componentId: string,
): ComponentHealth {
  return (
    view.health.components.find(one => one.componentId === componentId) ?? {
      componentId,
      state: 'unknown',
      reasons: [],
      workloads: [],
      causedBy: [],
    }
  );
}

/** What alerts make of health is not remembered, as nobody asks for them while nobody looks. */
function sinceAlerts({ state, reasons }: ComponentHealth): string | undefined {
  return reasons
    .flatMap(reason =>
      reason.code === 'AlertFiring' && reason.state === state && reason.since
        ? [reason.since]
        : [],
    )
    .sort()[0];
}

/** Nothing is counted where nobody knows. */
function alertCounts(
  { alerts }: CloudView,
  of: (alerts: readonly Alert[]) => readonly Alert[],
): MoskViews.AlertCounts | undefined {
  return alerts?.known ? countAlerts(of(alerts.alerts)) : undefined;
}

function countStates(view: CloudView): MoskViews.HealthCounts {
  const counts: MoskViews.HealthCounts = {
    healthy: 0,
    progressing: 0,
    degraded: 0,
    failed: 0,
    unknown: 0,
  };
  for (const component of view.topology.components) {
    if (!wholes.includes(component.type)) {
      counts[healthOf(view, component.id).state] += 1;
    }
  }
  return counts;
}

function cloudReasons(components: readonly ComponentHealth[]): HealthReason[] {
  const rootsFirst = [...components].sort(
    (one, other) =>
      one.causedBy.length - other.causedBy.length ||
      worstFirst(one.state, other.state),
  );
  // What a whole says of its parts, the parts say themselves; and what is well needs no reason at first glance.
  const reasons = rootsFirst
    .flatMap(one => one.reasons)
    .filter(
      ({ code, state }) => code !== 'PartNotHealthy' && state !== 'healthy',
    );
  const byMessage = new Map<string, HealthReason>();
  for (const reason of reasons) {
    if (!byMessage.has(reason.message)) {
      byMessage.set(reason.message, reason);
    }
  }
  return [...byMessage.values()]
    .sort((one, other) => worstFirst(one.state, other.state))
    .slice(0, mostReasons);
}
