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

import { daemonSet } from '../kinds/DaemonSet';
import { deployment } from '../kinds/Deployment';
import { statefulSet } from '../kinds/StatefulSet';
import { CloudSnapshot } from '../snapshot/types';
import { linkHelmReleases } from './linkHelmReleases';
import { readCeph } from './readers/readCeph';
import { readHelm } from './readers/readHelm';
import { readKubernetesCluster } from './readers/readKubernetesCluster';
import { readOpenStack } from './readers/readOpenStack';
import { readOperators } from './readers/readOperators';
import { readStackLight } from './readers/readStackLight';
import { CloudDescription, TopologyReader } from './readers/types';
import { Component, Topology } from './types';

/** One for each part of a cloud. */
const readers: readonly TopologyReader[] = [
  readKubernetesCluster,
  readOperators,
  readOpenStack,
  readCeph,
  readStackLight,
  readHelm,
];

/**
 * Components of a cloud and how they depend on each other: those that are there, and no others.
 * @public
 */
export function readTopology(
  snapshot: CloudSnapshot,
  about: CloudDescription = { title: snapshot.cloud, links: [] },
): Topology {
  const workloads = [
    ...snapshot.objects(deployment),
    ...snapshot.objects(statefulSet),
    ...snapshot.objects(daemonSet),
  ].sort((left, right) =>
    left.metadata.name.localeCompare(right.metadata.name),
  );
  const found = readers.map(read => read({ snapshot, about, workloads }));
  const components = found.flatMap(part => part.components);
  const cloudLinks = found.flatMap(part => part.cloudLinks ?? []);
  const dependencies = [
    ...found.flatMap(part => part.dependencies ?? []),
    ...linkHelmReleases(components),
  ];
  const ids = new Set(components.map(({ id }) => id));
  const exists = (id: string) => ids.has(id);

  return {
    cloud: snapshot.cloud,
    components: components.map(
      (component): Component => ({
        ...component,
        partOf:
          component.partOf && exists(component.partOf)
            ? component.partOf
            : undefined,
        dependsOn: [
          ...new Set([
            ...component.dependsOn,
            ...dependencies
              .filter(({ from }) => from === component.id)
              .map(({ on }) => on),
          ]),
        ].filter(exists),
        providesApis: component.providesApis.filter(exists),
        links:
          component.type === 'mosk-cloud'
            ? mergeLinks(component.links, cloudLinks)
            : component.links,
      }),
    ),
  };
}

/** What was configured goes before what was found. */
function mergeLinks(
  configured: Component['links'],
  found: Component['links'],
): Component['links'] {
  const titles = new Set(configured.map(({ title }) => title));
  return [...configured, ...found.filter(({ title }) => !titles.has(title))];
}
