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

import { openStackDeployment } from '../../kinds/OpenStackDeployment';
import { ProjectedWorkload } from '../../kinds/workload';
import { labelSelectorOf } from '../labelSelectorOf';
import { helmReleasesOf, referenceOf, versionOf } from '../partsOfWorkloads';
import { Component } from '../types';
import { TopologyContext, TopologyReader } from './types';

interface Operator {
  id: string;
  title: string;
  description: string;
  /** Names of its Deployment over the releases of MOSK. */
  names: readonly string[];
  /** Version that the objects it rules tell. */
  version?: (context: TopologyContext) => string | undefined;
}

const operators: readonly Operator[] = [
  {
    id: 'openstack',
    title: 'OpenStack Operator',
    description: 'Turns an OpenStackDeployment into running services',
    names: ['rockoon', 'openstack-controller', 'openstack-operator'],
    version: ({ snapshot }) =>
      snapshot.objects(openStackDeployment)[0]?.status.version,
  },
  {
    id: 'helm',
    title: 'HelmBundle Operator',
    description:
      'Turns HelmBundles into Helm releases; its Deployment is the Helm Controller',
    names: ['helm-controller'],
  },
];

/** Operators, by the Deployments that they are. */
export const readOperators: TopologyReader = context => ({
  components: operators.flatMap(operator => readOperator(operator, context)),
});

function readOperator(
  operator: Operator,
  context: TopologyContext,
): Component[] {
  const main = context.workloads.find(workload =>
    operator.names.some(name => isNamed(workload, name)),
  );
  if (!main) {
    return [];
  }
  const { name, namespace } = main.metadata;
  const workloads = context.workloads.filter(
    workload =>
      workload.metadata.namespace === namespace &&
      (workload === main || workload.metadata.name.startsWith(`${name}-`)),
  );
  const helmReleases = helmReleasesOf(workloads);
  return [
    {
      id: `operator/${operator.id}`,
      type: 'operator',
      title: operator.title,
      description: operator.description,
      group: 'operators',
      version: versionOf(main) ?? operator.version?.(context),
      namespace,
      workloads: workloads.map(referenceOf),
      labelSelector: labelSelectorOf(workloads, context.workloads),
      helmReleases,
      partOf: 'cloud',
      dependsOn: ['kubernetes-cluster'],
      providesApis: [],
      links: [],
    },
  ];
}

function isNamed({ kind, metadata }: ProjectedWorkload, name: string): boolean {
  return (
    (kind === 'Deployment' || kind === 'StatefulSet') &&
    // StackLight brings a Helm Controller of its own, which is a part of it.
    metadata.namespace !== 'stacklight' &&
    (metadata.name === name || metadata.labels.app === name)
  );
}
