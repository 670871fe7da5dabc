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

import { cloudComponent } from '../topology/entityNames';
import { Topology } from '../topology/types';
import { matchByApi } from './matchByApi';
import { matchByName } from './matchByName';
import { matchByRelease, matchByWorkload, workloadOf } from './matchByWorkload';
import { Alert } from './types';

/**
 * Ids of the components that an alert is about: by the workload or release that its labels name, else by how its name
 * begins, else by the API that its labels name. What fits nothing is about the cloud.
 * @public
 */
export function matchAlert(
  alert: Pick<Alert, 'name' | 'labels'>,
  { components }: Topology,
): string[] {
  const ways = [
    matchByWorkload,
    matchByRelease,
    // A workload that is none of a component's is nothing of the one that the name begins with.
    ...(workloadOf(alert) && /^Kube/.test(alert.name)
      ? []
      : [matchByName, matchByApi]),
  ];
  for (const match of ways) {
    const found = match(alert, components);
    if (found.length > 0) {
      return found;
    }
  }
  return components
    .filter(({ id }) => id === cloudComponent.id)
    .map(({ id }) => id);
}

/**
 * Alerts by the id of each component that they are about. The Watchdog is none, as it always fires.
 * @public
 */
export function alertsByComponent(
  alerts: readonly Alert[],
  topology: Topology,
): ReadonlyMap<string, readonly Alert[]> {
  const found = new Map<string, Alert[]>();
  for (const alert of alerts.filter(one => !isWatchdog(one))) {
    for (const id of matchAlert(alert, topology)) {
      found.set(id, [...(found.get(id) ?? []), alert]);
    }
  }
  return found;
}

/**
 * The alert that always fires, so that its absence tells.
 * @public
 */
export function isWatchdog({ name }: Pick<Alert, 'name'>): boolean {
  return name === 'Watchdog';
}
