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

import { ProjectedJob } from '../../kinds/Job';
import {
  openStackDeployment,
  ProjectedOpenStackDeployment,
} from '../../kinds/OpenStackDeployment';
import {
  openStackDeploymentStatus,
  ProjectedOpenStackDeploymentStatus,
} from '../../kinds/OpenStackDeploymentStatus';
import { ProjectedWorkload } from '../../kinds/workload';
import { CloudSnapshot } from '../../snapshot/types';
import { Component, ComponentType, Topology } from '../../topology/types';
import { HealthReason, WorkloadHealth } from '../types';

/** What a reader sees. */
export interface HealthContext {
  snapshot: CloudSnapshot;
  topology: Topology;
  /** Workloads and Jobs by `kind/namespace/name`. */
  objects: ReadonlyMap<string, ProjectedWorkload | ProjectedJob>;
  /** True while a rollout of the object runs that has not stalled. */
  isSettling(object: Component['resource']): boolean;
}

/** What is wrong with a component by itself, whatever it depends on. */
export type HealthReader = (
  component: Component,
  workloads: readonly WorkloadHealth[],
  context: HealthContext,
) => HealthReason[];

/** Readers by type; a type without one is judged by its workloads and its parts. */
export type HealthReaders = Partial<Record<ComponentType, HealthReader>>;

/** How far a status speaks for the spec of now. */
export type StatusStanding = 'current' | 'draft' | 'older' | 'absent';

/** An OpenStack deployment with its status. */
export interface OpenStackFacts {
  object?: ProjectedOpenStackDeployment;
  status?: ProjectedOpenStackDeploymentStatus;
  standing: StatusStanding;
}

/** The OpenStack deployment that a component is, or is a part of. */
export function openStackFactsOf(
  component: Component,
  { snapshot }: HealthContext,
): OpenStackFacts {
  const id = component.partOf ?? component.id;
  const objects = snapshot.objects(openStackDeployment);
  const object =
    objects.find(({ metadata }) =>
      [id, component.id].includes(`openstack-deployment/${metadata.name}`),
    ) ?? objects[0];
  const status = snapshot
    .objects(openStackDeploymentStatus)
    .find(
      ({ metadata }) =>
        !object ||
        (metadata.name === object.metadata.name &&
          metadata.namespace === object.metadata.namespace),
    );
  return { object, status, standing: standingOf(object, status) };
}

function standingOf(
  object: OpenStackFacts['object'],
  status: OpenStackFacts['status'],
): StatusStanding {
  if (object?.draft) {
    return 'draft';
  }
  if (!status?.state) {
    return 'absent';
  }
  return object?.handling.handledSpec === 'same' ? 'current' : 'older';
}
