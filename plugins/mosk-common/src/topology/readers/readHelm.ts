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

import { HelmBundleRelease, helmBundle } from '../../kinds/HelmBundle';
import { openStackDeployment } from '../../kinds/OpenStackDeployment';
import type { ProjectedHelmBundle } from '../../kinds/HelmBundle';
import {
  helmControllerFor,
  helmOperatorIdOf,
} from '../../kinds/helmRollout/operators';
import { releaseIdOf } from '../../kinds/helmRollout/steps';
import { labelSelectorOf } from '../labelSelectorOf';
import {
  chartVersionOf,
  helmReleasesOf,
  referenceOf,
} from '../partsOfWorkloads';
import { Component, ObservedHelmRelease } from '../types';
import { TopologyContext, TopologyReader } from './types';

/** HelmBundles with their releases, and the releases that nothing but the workloads tell of. */
export const readHelm: TopologyReader = context => {
  const bundles = [...context.snapshot.objects(helmBundle)].sort((one, other) =>
    bundleId(one).localeCompare(bundleId(other)),
  );
  const releases = new Map<string, Component>();
  const add = (component: Component) => {
    if (!releases.has(component.id)) {
      releases.set(component.id, component);
    }
  };
  for (const bundle of bundles) {
    bundle.releases
      .map(release => readBundled(release, bundle, context))
      .forEach(add);
  }
  for (const mark of helmReleasesOf(context.workloads)) {
    add(readObserved(mark, context));
  }
  return {
    components: [
      ...bundles.map(bundle => readBundle(bundle, context)),
      ...releases.values(),
    ],
  };
};

function bundleId({ metadata }: ProjectedHelmBundle): string {
  return `helm-bundle/${metadata.namespace}.${metadata.name}`;
}

function readBundle(
  bundle: ProjectedHelmBundle,
  { workloads }: TopologyContext,
): Component {
  const { name, namespace } = bundle.metadata;
  const operator = helmControllerFor(namespace, workloads);
  return {
    id: bundleId(bundle),
    type: 'helm-bundle',
    title: `HelmBundle ${name}`,
    description: bundle.ownedBy
      ? `Helm releases that belong together. It ${bundle.ownedBy}`
      : 'Helm releases that belong together, made through the portal',
    group: 'helm',
    namespace,
    workloads: [],
    resource: referenceOf(bundle),
    helmReleases: [],
    partOf: 'cloud',
    dependsOn: [
      helmOperatorIdOf(operator),
      ...bundle.releases.map(releaseIdOf),
    ],
    providesApis: [],
    links: [],
  };
}

function readBundled(
  release: HelmBundleRelease,
  bundle: ProjectedHelmBundle,
  context: TopologyContext,
): Component {
  const { name, namespace } = release;
  const mark = helmReleasesOf(workloadsOf(release, context)).find(
    found => found.name === name && found.namespace === namespace,
  );
  const { chart, version } = bundle.status.releases[name] ?? {};
  const installed =
    chart && version
      ? `${chart.slice(chart.lastIndexOf('/') + 1)}-${version}`
      : undefined;
  return {
    ...readObserved(
      { name, namespace, chart: mark?.chart ?? installed },
      context,
    ),
    description: `Helm release in namespace ${namespace}, of HelmBundle ${bundle.metadata.namespace}/${bundle.metadata.name}`,
    // What is asked for is no version that runs.
    version: version ?? chartVersionOf(mark?.chart),
    partOf: bundleId(bundle),
  };
}

function readObserved(
  mark: ObservedHelmRelease,
  context: TopologyContext,
): Component {
  const { name, namespace } = mark;
  const workloads = workloadsOf(mark, context);
  const [openStack] = context.snapshot.objects(openStackDeployment);
  const isOfOpenStack =
    openStack &&
    [openStack.metadata.namespace, 'openstack-redis', 'eg-system'].includes(
      namespace,
    );
  return {
    id: releaseIdOf(mark),
    type: 'helm-release',
    title: `Helm release ${name}`,
    description: `Helm release in namespace ${namespace}, known by the workloads that it installed`,
    group: 'helm',
    version: chartVersionOf(mark.chart),
    namespace,
    workloads: workloads.map(referenceOf),
    labelSelector: labelSelectorOf(workloads, context.workloads),
    helmReleases: [mark],
    partOf: isOfOpenStack
      ? `openstack-deployment/${openStack.metadata.name}`
      : 'cloud',
    dependsOn: [],
    providesApis: [],
    links: [],
  };
}

function workloadsOf(
  { name, namespace }: Pick<ObservedHelmRelease, 'name' | 'namespace'>,
  { workloads }: TopologyContext,
) {
  return workloads.filter(
    ({ helmRelease }) =>
      helmRelease?.name === name && helmRelease.namespace === namespace,
  );
}
