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

import { Component, MoskViews } from '@mosk-portal/plugin-mosk-common';
import { cephDetail } from './cephDetail';
import { cloudSummary, componentSummary } from './cloudSummary';
import { componentCommands } from './componentCommands';
import { helmReleaseDetail } from './helmReleaseDetail';
import { worstFirst } from './healthOrder';
import { CloudView, HealthSince } from './types';

/** A component with its workloads, what it depends on, and what to do about it. */
export function componentDetail(options: {
  view: CloudView;
  component: Component;
  since: ReadonlyMap<string, HealthSince>;
  workloads: MoskViews.Workload[];
  lastRollout: MoskViews.RolloutSummary | undefined;
}): MoskViews.ComponentDetail {
  const { view, component, since, workloads, lastRollout } = options;
  const { connection, missing, revision } = cloudSummary(view, []);
  const summary = componentSummary(view, component, since);
  // A cause may be further away than what it names, such as the nodes under its pods.
  const needed = [...component.dependsOn, ...summary.causedBy];
  return {
    ...summary,
    cloud: view.cloud.name,
    description: component.description,
    connection,
    missing,
    resource: component.resource,
    workloads: workloads.sort((one, other) =>
      worstFirst(one.state, other.state),
    ),
    dependencies: view.topology.components
      .filter(one => needed.includes(one.id))
      .map(one => componentSummary(view, one, since))
      .sort((one, other) => worstFirst(one.state, other.state)),
    lastRollout,
    release: helmReleaseDetail(component, view.snapshot),
    ceph: cephDetail(component, view.snapshot, workloads),
    commands: componentCommands(
      component,
      workloads
        .filter(({ state }) => state !== 'healthy')
        .map(({ object }) => object),
    ),
    links: component.links.map(({ title, url }) => ({ title, url })),
    revision,
  };
}
