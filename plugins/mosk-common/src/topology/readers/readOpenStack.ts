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

import { job } from '../../kinds/Job';
import {
  openStackDeployment,
  ProjectedOpenStackDeployment,
} from '../../kinds/OpenStackDeployment';
import { openStackDeploymentStatus } from '../../kinds/OpenStackDeploymentStatus';
import { ProjectedObject } from '../../kinds/types';
import { HelmReleaseMark, ProjectedWorkload } from '../../kinds/workload';
import {
  findOpenStackService,
  openStackServiceOfHealthKey,
  openStackServiceOfWorkload,
} from '../../openstack/services';
import { labelSelectorOf } from '../labelSelectorOf';
import { helmReleasesOf, referenceOf } from '../partsOfWorkloads';
import { Component } from '../types';
import { TopologyContext, TopologyReader } from './types';

type Installed = ProjectedObject & { helmRelease?: HelmReleaseMark };

/** OpenStack deployments, the services that they run and their public endpoints. */
export const readOpenStack: TopologyReader = context => {
  const deployments = context.snapshot.objects(openStackDeployment);
  const [first] = deployments;
  const partOf = first ? deploymentId(first) : 'cloud';
  const domain = first?.spec.public_domain_name;
  const services = [...findServices(context)].map(([key, objects]) =>
    readService({ key, objects, partOf, domain, context }),
  );
  return {
    components: [
      ...deployments.map(object => readDeployment(object, context)),
      ...services.flat(),
    ],
    cloudLinks: services
      .flat()
      .flatMap(component =>
        component.id === 'openstack-service/dashboard' ? component.links : [],
      ),
  };
};

function deploymentId(object: ProjectedOpenStackDeployment): string {
  return `openstack-deployment/${object.metadata.name}`;
}

function readDeployment(
  object: ProjectedOpenStackDeployment,
  { snapshot }: TopologyContext,
): Component {
  const { name, namespace } = object.metadata;
  const status = snapshot
    .objects(openStackDeploymentStatus)
    .find(
      ({ metadata }) =>
        metadata.name === name && metadata.namespace === namespace,
    );
  return {
    id: deploymentId(object),
    type: 'openstack-deployment',
    title: `OpenStack deployment ${name}`,
    description: 'The OpenStack that was asked for, as one custom resource',
    group: 'openstack',
    version: status?.openStackVersion,
    namespace,
    workloads: [],
    resource: referenceOf(object),
    helmReleases: [],
    partOf: 'cloud',
    dependsOn: ['operator/openstack', 'kubernetes-cluster'],
    providesApis: [],
    links: [],
  };
}

/** Services by key, in the order of their names, with what was found of each. */
function findServices({
  snapshot,
  workloads,
}: TopologyContext): Map<string, Installed[]> {
  const statuses = snapshot.objects(openStackDeploymentStatus);
  const namespaces = new Set([
    'openstack',
    'openstack-redis',
    'eg-system',
    ...snapshot
      .objects(openStackDeployment)
      .map(({ metadata }) => metadata.namespace),
  ]);
  const inside = ({ metadata }: ProjectedObject) =>
    namespaces.has(metadata.namespace);

  const found = new Map<string, Installed[]>();
  const at = (key: string) => {
    const objects = found.get(key) ?? [];
    found.set(key, objects);
    return objects;
  };
  for (const status of statuses) {
    Object.keys(status.services).forEach(at);
    Object.keys(status.applications).forEach(application => {
      const service = openStackServiceOfHealthKey(application);
      if (service) {
        at(service.key);
      }
    });
  }
  for (const workload of workloads.filter(inside)) {
    const key = keyOf(workload);
    if (key) {
      at(key).push(workload);
    }
  }
  // Jobs of a service outlive it at times; they tell of one only where it has nothing else.
  for (const object of snapshot.objects(job).filter(inside)) {
    const service = openStackServiceOfWorkload(object);
    if (service?.withoutHealth) {
      at(service.key).push(object);
    }
  }
  return new Map(
    [...found].sort(([left], [right]) => left.localeCompare(right)),
  );
}

/** A service that is newer than the portal is known by the label of its workloads. */
function keyOf(workload: ProjectedWorkload): string | undefined {
  return (
    openStackServiceOfWorkload(workload)?.key ??
    (workload.helmRelease ? workload.metadata.labels.application : undefined)
  );
}

function readService(options: {
  key: string;
  objects: Installed[];
  partOf: string;
  domain: unknown;
  context: TopologyContext;
}): Component[] {
  const { key, objects, partOf, domain, context } = options;
  const known = findOpenStackService(key);
  const title = known?.title ?? key;
  const [status] = context.snapshot.objects(openStackDeploymentStatus);
  const workloads = context.workloads.filter(workload =>
    objects.includes(workload),
  );
  const endpoint =
    known?.publicApi && typeof domain === 'string' && domain
      ? { ...known.publicApi, url: `https://${known.publicApi.host}.${domain}` }
      : undefined;
  const common = {
    group: 'openstack' as const,
    version: status?.services[key]?.openStackVersion,
    partOf,
  };
  const service: Component = {
    ...common,
    id: `openstack-service/${key}`,
    type: 'openstack-service',
    title,
    description: known?.summary,
    namespace:
      objects[0]?.metadata.namespace ?? known?.namespace ?? 'openstack',
    workloads: objects.map(referenceOf),
    labelSelector:
      labelSelectorOf(workloads, context.workloads) ??
      (known?.applications.length
        ? `application in (${known.applications.join(', ')})`
        : undefined),
    helmReleases: helmReleasesOf(objects),
    dependsOn: (known?.dependsOn ?? []).map(id => `openstack-service/${id}`),
    providesApis: [`openstack-api/${key}`],
    links:
      endpoint && !endpoint.type
        ? [{ title: 'Horizon', url: endpoint.url, icon: 'dashboard' }]
        : [],
  };
  if (!endpoint?.type) {
    return [service];
  }
  return [
    service,
    {
      ...common,
      id: `openstack-api/${key}`,
      type: 'openstack-api',
      title: `${title} API`,
      description: `Public endpoint, of type ${endpoint.type} in the catalog of Keystone`,
      workloads: [],
      helmReleases: [],
      dependsOn: [],
      providesApis: [],
      links: [{ title: 'Public endpoint', url: endpoint.url }],
    },
  ];
}
