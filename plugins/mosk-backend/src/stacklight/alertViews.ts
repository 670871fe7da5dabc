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
  alertsByComponent,
  compareAlerts,
  Component,
  entityRefOf,
  isWatchdog,
  matchAlert,
  MoskViews,
  shownAlertLabels,
  Topology,
} from '@mosk-portal/plugin-mosk-common';
import { AlertsRead } from './CloudStackLight';
import { alertLinks } from './stackLightLinks';
import { StackLightConfig } from './types';

/** More alerts at once are read by nobody. */
const mostAlerts = 500;

/** Alerts as the pages show them, of the whole cloud or of one component with its parts. */
export function alertListView(options: {
  read: AlertsRead;
  topology: Topology;
  component?: string;
  config: StackLightConfig | undefined;
  now: Date;
}): MoskViews.AlertList {
  const { read, topology, component, config, now } = options;
  const seen = component
    ? alertsOfComponent(read.alerts, topology, component)
    : read.alerts.filter(alert => !isWatchdog(alert));
  const names = new Map(read.alerts.map(({ id, name }) => [id, name]));
  const byId = new Map(topology.components.map(one => [one.id, one]));
  return {
    state: read.error?.failure ?? 'live',
    message: read.error?.message,
    asOf: read.asOf?.toISOString(),
    nextAttemptAt: read.nextAttemptAt?.toISOString(),
    pipeline: pipelineView(read),
    alerts: [...seen]
      .sort(compareAlerts)
      .slice(0, mostAlerts)
      .map(alert => {
        const components = matchAlert(alert, topology).flatMap(
          id => byId.get(id) ?? [],
        );
        return {
          id: alert.id,
          name: alert.name,
          severity: alert.severity,
          state: alert.state,
          since: alert.since,
          summary: alert.summary,
          description: alert.description,
          components: components.map(one => ({
            id: one.id,
            title: one.title,
            entityRef: entityRefOf(topology.cloud, one),
          })),
          labels: shownAlertLabels(alert.labels),
          inhibitedBy: alert.inhibitedBy.flatMap(id => names.get(id) ?? []),
          links: alertLinks(alert, components, config, now),
        };
      }),
  };
}

/** Whether alerts arrive at all. */
export function pipelineView(read: AlertsRead): MoskViews.AlertPipeline {
  return {
    watchdog: read.watchdog,
    message:
      read.watchdog === 'missing'
        ? 'The alert Watchdog always fires, but it did not arrive: other alerts would not either. Look at Prometheus and its connection to Alertmanager'
        : read.error?.message,
  };
}

/** Alerts of a component and of what belongs to it, each once; those of an API are those of who provides it. */
export function alertsOfComponent(
  alerts: readonly Alert[],
  topology: Topology,
  id: string,
): Alert[] {
  const ids = withParts(id, topology.components);
  const found = matched(alerts, topology);
  return [...new Set([...ids].flatMap(one => found.get(one) ?? []))];
}

/** Every component of a cloud asks for the same match. */
const matches = new WeakMap<
  readonly Alert[],
  { topology: Topology; found: ReturnType<typeof alertsByComponent> }
>();

function matched(alerts: readonly Alert[], topology: Topology) {
  const known = matches.get(alerts);
  if (known?.topology === topology) {
    return known.found;
  }
  const found = alertsByComponent(alerts, topology);
  matches.set(alerts, { topology, found });
  return found;
}

function withParts(
  id: string,
  components: readonly Component[],
): ReadonlySet<string> {
  const ids = new Set([id]);
  for (const one of ids) {
    for (const component of components) {
      if (component.partOf === one || component.providesApis.includes(one)) {
        ids.add(component.id);
      }
    }
  }
  return ids;
}
