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

import { openStackHealthKeyOf } from '../../openstack/healthKey';
import { openStackServiceOfWorkload } from '../../openstack/services';
import { ObserveContext } from '../../rollout/types';
import { CloudSnapshot } from '../../snapshot/types';
import { daemonSet } from '../DaemonSet';
import { deployment } from '../Deployment';
import type { ProjectedOpenStackDeployment } from '../OpenStackDeployment';
import {
  ProjectedOpenStackDeploymentStatus,
  openStackDeploymentStatus,
} from '../OpenStackDeploymentStatus';
import { statefulSet } from '../StatefulSet';
import { ProjectedWorkload } from '../workload';

export type OpenStackContext = ObserveContext<ProjectedOpenStackDeployment>;

/** What of a snapshot a rollout of one deployment is read from. */
export interface Facts {
  object: ProjectedOpenStackDeployment;
  status: ProjectedOpenStackDeploymentStatus | undefined;
  /** By key of the service. */
  workloads: ReadonlyMap<string, readonly ProjectedWorkload[]>;
  /** Of the operator itself. */
  operator: ProjectedWorkload | undefined;
  /** Until when what the snapshot says is known to hold. */
  readAt: number;
  settle: number;
  stuck: number;
}

const operatorNames = ['rockoon', 'openstack-controller', 'openstack-operator'];

export function factsOf(
  { snapshot, now, delays }: OpenStackContext,
  object: ProjectedOpenStackDeployment,
): Facts {
  const { name, namespace } = object.metadata;
  const { state, lastContactAt, since } = snapshot.connection;
  return {
    object,
    status: snapshot
      .objects(openStackDeploymentStatus)
      .find(
        ({ metadata }) =>
          metadata.name === name && metadata.namespace === namespace,
      ),
    workloads: workloadsByService(snapshot, namespace),
    operator: snapshot
      .objects(deployment)
      .find(
        ({ metadata }) =>
          metadata.namespace === 'osh-system' &&
          operatorNames.includes(metadata.name),
      ),
    readAt:
      state === 'live' ? now.getTime() : Date.parse(lastContactAt ?? since),
    settle: delays.settle,
    stuck: delays.stuck,
  };
}

function workloadsByService(
  snapshot: CloudSnapshot,
  namespace: string | undefined,
): Map<string, ProjectedWorkload[]> {
  const found = new Map<string, ProjectedWorkload[]>();
  const all: ProjectedWorkload[] = [
    ...snapshot.objects(deployment),
    ...snapshot.objects(statefulSet),
    ...snapshot.objects(daemonSet),
  ];
  for (const workload of all) {
    const service = openStackServiceOfWorkload(workload);
    if (
      service &&
      workload.metadata.namespace === (service.namespace ?? namespace)
    ) {
      const list = found.get(service.key) ?? [];
      list.push(workload);
      found.set(service.key, list);
    }
  }
  return found;
}

export function healthKeyOf(workload: ProjectedWorkload): string {
  const { application, component } = openStackHealthKeyOf(workload.metadata);
  return `${application}/${component}`;
}

/** True when a time lies at least the settle delay before what was read. */
export function isSettled(time: string | undefined, facts: Facts): boolean {
  return time !== undefined && facts.readAt - Date.parse(time) >= facts.settle;
}

/** When the operator last wrote anything about its work. */
export function lastMoveOf(
  status: ProjectedOpenStackDeploymentStatus,
): number | undefined {
  const times = [status, ...Object.values(status.services)].flatMap(
    ({ timestamp }) => (timestamp ? [Date.parse(timestamp)] : []),
  );
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** True when the operator is through with every service of this run. */
export function isEveryServiceApplied(
  status: ProjectedOpenStackDeploymentStatus,
): boolean {
  const rows = Object.values(status.services);
  return (
    status.state === 'APPLIED' &&
    rows.length > 0 &&
    rows.every(
      row =>
        row.state === 'APPLIED' &&
        row.fingerprint === status.fingerprint &&
        row.controllerVersion === status.controllerVersion,
    )
  );
}
