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

import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  Component,
  MOSK_CLOUD_ANNOTATION,
  MOSK_COMPONENT_ANNOTATION,
  MOSK_HELM_CHART_ANNOTATION,
  MOSK_HELM_RELEASE_ANNOTATION,
  Topology,
  cloudComponent,
  entityKindOf,
  entityNameOf,
  entityRefOf,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { apiDefinitionOf } from './apiDefinitionOf';

/**
 * Catalog entities of the components of one cloud: identity and relations, nothing that changes
 * by the minute.
 */
export function entitiesOf(
  topology: Topology,
  cloud: Pick<MoskCloud, 'name' | 'title' | 'owner'>,
): Entity[] {
  const components = new Map(
    topology.components.map(component => [component.id, component]),
  );
  const refsOf = (ids: readonly string[]) =>
    ids.flatMap(id => {
      const component = components.get(id);
      return component ? [entityRefOf(cloud.name, component)] : [];
    });

  return topology.components.map(component => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: entityKindOf(component.type),
    metadata: metadataOf(component, cloud),
    spec: specOf(component, cloud, refsOf),
  }));
}

function metadataOf(
  component: Component,
  cloud: Pick<MoskCloud, 'name' | 'title'>,
): Entity['metadata'] {
  const location = `mosk:${cloud.name}`;
  const title =
    component.type === 'mosk-cloud'
      ? component.title
      : `${component.title} of ${cloud.title}`;
  return {
    namespace: 'default',
    name: entityNameOf(cloud.name, component),
    title,
    ...(component.description ? { description: component.description } : {}),
    annotations: {
      [ANNOTATION_LOCATION]: location,
      [ANNOTATION_ORIGIN_LOCATION]: location,
      [MOSK_CLOUD_ANNOTATION]: cloud.name,
      [MOSK_COMPONENT_ANNOTATION]: component.id,
      'backstage.io/kubernetes-cluster': cloud.name,
      ...(component.labelSelector
        ? { 'backstage.io/kubernetes-label-selector': component.labelSelector }
        : {}),
      ...(component.labelSelector && component.namespace
        ? { 'backstage.io/kubernetes-namespace': component.namespace }
        : {}),
      ...helmAnnotationsOf(component),
    },
    labels: { 'mosk-portal.io/group': component.group },
    tags: [...new Set(['mosk', component.group])],
    links: component.links.map(link => ({ ...link })),
  };
}

/** What a release is known by; its revision and status change by the minute and are read live. */
function helmAnnotationsOf({
  type,
  helmReleases: [release],
}: Component): Record<string, string> {
  return type === 'helm-release' && release
    ? {
        [MOSK_HELM_RELEASE_ANNOTATION]: `${release.namespace}/${release.name}`,
        ...(release.chart
          ? { [MOSK_HELM_CHART_ANNOTATION]: release.chart }
          : {}),
      }
    : {};
}

/**
 * A release is found at its bundle and at what it installs. A cloud has as many releases as other parts, so that its own
 * graph would show little else.
 */
function standsBesideOthers({ type, partOf, dependsOn }: Component): boolean {
  return (
    type === 'helm-release' &&
    (dependsOn.length > 0 || Boolean(partOf?.startsWith('helm-bundle/')))
  );
}

function specOf(
  component: Component,
  cloud: Pick<MoskCloud, 'name' | 'owner' | 'title'>,
  refsOf: (ids: readonly string[]) => string[],
): JsonObject {
  const { type } = component;
  const common = { type, owner: cloud.owner };
  const system = entityNameOf(cloud.name, cloudComponent);
  switch (entityKindOf(type)) {
    case 'System':
      return common;
    case 'API':
      return {
        ...common,
        lifecycle: 'production',
        system,
        definition: apiDefinitionOf(component, cloud),
      };
    case 'Resource':
      return {
        ...common,
        ...(standsBesideOthers(component) ? {} : { system }),
        dependsOn: refsOf(component.dependsOn),
      };
    default: {
      // Its part of the cloud is told by the system already.
      const [whole] = refsOf(
        component.partOf && component.partOf !== cloudComponent.id
          ? [component.partOf]
          : [],
      );
      return {
        ...common,
        lifecycle: 'production',
        system,
        ...(whole ? { subcomponentOf: whole } : {}),
        dependsOn: refsOf(component.dependsOn),
        providesApis: refsOf(component.providesApis),
      };
    }
  }
}
