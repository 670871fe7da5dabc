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

import { alertsByComponent } from '../alerts/matchAlerts';
import { workloadOf } from '../alerts/matchByWorkload';
import { compareAlerts } from '../alerts/severity';
import { Alert, CloudAlerts } from '../alerts/types';
import { Component, Topology } from '../topology/types';
import { HealthReason, HealthState } from './types';

/** Nobody sees what is monitored any more: that says nothing of the thing itself. */
const notItself = /Targets?Outage$/;
/** What an alert is about does not answer at all. */
const outage = /(Outage|ClusterDown|ServiceApiDown|ApiServiceDown|APIDown)$/;

/** What alerts say of each component, by its id. */
export function reasonsOfAlerts(
  { known, message, watchdog, alerts }: CloudAlerts,
  topology: Topology,
): ReadonlyMap<string, readonly HealthReason[]> {
  const reasons = new Map<string, HealthReason[]>();
  const add = (id: string | undefined, reason: HealthReason) =>
    id && reasons.set(id, [...(reasons.get(id) ?? []), reason]);

  for (const [id, own] of alertsByComponent(alerts, topology)) {
    for (const alert of [...own].sort(compareAlerts)) {
      if (alert.state === 'firing') {
        add(id, reasonOf(alert));
      }
    }
  }
  const monitoring = monitoringOf(topology)?.id;
  if (!known) {
    add(monitoring, {
      code: 'AlertsUnknown',
      state: 'unknown',
      message: `The alerts of now are not known${
        message ? `: ${message}` : ''
      }`,
    });
  } else if (watchdog === 'missing') {
    add(monitoring, {
      code: 'AlertPipelineDead',
      state: 'degraded',
      message:
        'The alert Watchdog, which always fires, does not arrive: no other alert would, so nothing can be concluded from there being none',
    });
  }
  return reasons;
}

/** What is there to be said of alerts as such stands with StackLight, or else with the cloud. */
function monitoringOf({ components }: Topology): Component | undefined {
  return (
    components.find(({ type }) => type === 'stacklight') ??
    components.find(({ type }) => type === 'mosk-cloud')
  );
}

function reasonOf(alert: Alert): HealthReason {
  const { name, severity, since, summary, description, labels } = alert;
  const text = summary ?? description;
  return {
    code: 'AlertFiring',
    state: stateOf(alert),
    message: `Alert ${name}${severity === 'unknown' ? '' : ` (${severity})`}${
      text ? `: ${text}` : ''
    }`,
    object:
      workloadOf(alert) ??
      // What is scraped on a node is not the node itself.
      (/^Kube(Node|let)/.test(name) && labels.node
        ? { kind: 'Node', name: labels.node }
        : undefined),
    since,
  };
}

/** Lesser alerts are worth a word, but nothing is unwell by them. */
function stateOf({ name, severity }: Alert): HealthState {
  if (severity !== 'critical' && severity !== 'major') {
    return 'healthy';
  }
  return outage.test(name) && !notItself.test(name) ? 'failed' : 'degraded';
}
