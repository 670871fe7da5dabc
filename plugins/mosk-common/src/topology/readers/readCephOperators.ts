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

import { cephSpecsOf } from '../../ceph/cephSpecs';
import { cephOperators } from '../../ceph/operators';
import { ProjectedWorkload } from '../../kinds/workload';
import { labelSelectorOf } from '../labelSelectorOf';
import { helmReleasesOf, referenceOf, versionOf } from '../partsOfWorkloads';
import { Component } from '../types';
import { TopologyContext } from './types';

/** The Ceph Controller or Pelagia, whichever there is, and Rook, by which either of them works. */
export function readCephOperators(context: TopologyContext): Component[] {
  const [spec] = cephSpecsOf(context.snapshot);
  const kinds = ['CephDeployment', 'MiraCeph'] as const;
  const present = kinds.filter(kind =>
    context.workloads.some(isNamed(cephOperators[kind].deployment)),
  );
  const kind = present.find(one => one === spec?.kind) ?? present[0];
  return [
    ...(kind
      ? readOperator(
          {
            id: 'operator/ceph',
            title: cephOperators[kind].title,
            description: `Turns a ${kind} into a Ceph cluster, by way of Rook`,
            main: cephOperators[kind].deployment,
            belongs:
              kind === 'MiraCeph'
                ? /^ceph-(controller|request-controller|disk-daemon)/
                : /^pelagia-(deployment|lcm)-controller/,
            dependsOn: ['operator/rook', 'kubernetes-cluster'],
          },
          context,
        )
      : []),
    ...readOperator(
      {
        id: 'operator/rook',
        title: 'Rook operator',
        description: 'Runs the daemons of Ceph on the nodes that have disks',
        main: 'rook-ceph-operator',
        belongs: /^rook-(ceph-operator|discover)/,
        dependsOn: ['kubernetes-cluster'],
      },
      context,
    ),
  ];
}

function readOperator(
  operator: Pick<Component, 'id' | 'title' | 'description' | 'dependsOn'> & {
    main: string;
    belongs: RegExp;
  },
  context: TopologyContext,
): Component[] {
  const { main: mainName, belongs, ...about } = operator;
  const main = context.workloads.find(isNamed(mainName));
  if (!main) {
    return [];
  }
  const { namespace } = main.metadata;
  const workloads = context.workloads.filter(
    ({ metadata }) =>
      metadata.namespace === namespace && belongs.test(metadata.name),
  );
  return [
    {
      ...about,
      type: 'operator',
      group: 'operators',
      version: versionOf(main),
      namespace,
      workloads: workloads.map(referenceOf),
      labelSelector: labelSelectorOf(workloads, context.workloads),
      helmReleases: helmReleasesOf(workloads),
      partOf: 'cloud',
      providesApis: [],
      links: [],
    },
  ];
}

function isNamed(name: string) {
  return ({ kind, metadata }: ProjectedWorkload) =>
    kind === 'Deployment' && metadata.name === name;
}
