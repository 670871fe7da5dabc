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

import { ProjectedWorkload } from '../../kinds/workload';
import {
  stackLightComponentId,
  StackLightPart,
  stackLightParts,
} from '../../stacklight/parts';
import { labelSelectorOf } from '../labelSelectorOf';
import { helmReleasesOf, referenceOf, versionOf } from '../partsOfWorkloads';
import { Component } from '../types';
import { TopologyReader } from './types';

const namespace = 'stacklight';
const wholeId = 'stacklight';

/** StackLight with the parts of it that run: those that are switched off are not there. */
export const readStackLight: TopologyReader = ({ workloads: all }) => {
  const workloads = all.filter(
    ({ metadata }) => metadata.namespace === namespace,
  );
  if (workloads.length === 0) {
    return { components: [] };
  }
  const parts = new Map<
    string,
    { part: StackLightPart; workloads: ProjectedWorkload[] }
  >();
  for (const workload of workloads) {
    const part = partOf(workload);
    const known = parts.get(part.id)?.workloads ?? [];
    parts.set(part.id, { part, workloads: [...known, workload] });
  }
  return {
    components: [
      {
        id: wholeId,
        type: 'stacklight',
        title: 'StackLight',
        description:
          'Logging, monitoring and alerting. It watches everything else in the cloud',
        group: 'stacklight',
        namespace,
        workloads: [],
        helmReleases: helmReleasesOf(workloads),
        partOf: 'cloud',
        dependsOn: ['kubernetes-cluster'],
        providesApis: [],
        links: [],
      },
      ...[...parts.values()].map(
        ({ part, workloads: own }): Component => ({
          id: stackLightComponentId(part.id),
          type: 'stacklight-component',
          title: part.title,
          description: part.description,
          group: 'stacklight',
          version: own.map(versionOf).find(Boolean),
          namespace,
          workloads: own.map(referenceOf),
          labelSelector: labelSelectorOf(own, all),
          helmReleases: helmReleasesOf(own),
          partOf: wholeId,
          dependsOn: (part.needs ?? []).map(stackLightComponentId),
          providesApis: [],
          links: [],
        }),
      ),
    ],
  };
};

/** The part that a workload belongs to: one that is known by name, or else its Helm release. */
function partOf(workload: ProjectedWorkload): StackLightPart {
  const { name, labels } = workload.metadata;
  const known =
    stackLightParts.find(({ names }) => names.test(name)) ??
    stackLightParts.find(({ names }) =>
      [labels['app.kubernetes.io/name'], labels.app].some(
        label => label && names.test(label),
      ),
    );
  if (known) {
    return known;
  }
  const id =
    workload.helmRelease?.name ??
    labels['app.kubernetes.io/instance'] ??
    labels.release ??
    labels.app ??
    name;
  // A release that is named like a part, but installs something else besides, is that part.
  return (
    stackLightParts.find(part => part.id === id) ?? {
      id,
      title: id,
      description: 'Belongs to StackLight',
      names: /^$/,
    }
  );
}
