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

import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import {
  deployment,
  helmBundle,
  readTopology,
} from '@mosk-portal/plugin-mosk-common';
import { fakeCloud, openStackObjects } from '../__testUtils__/fakeCloud';
import { entitiesOf } from './entitiesOf';

describe('entitiesOf', () => {
  const cloud = fakeCloud();
  cloud.show(openStackObjects(['identity', 'compute', 'database']));
  const entities = entitiesOf(readTopology(cloud.snapshot(), cloud), cloud);
  const find = (name: string, kind: string) =>
    entities.find(
      entity => entity.metadata.name === name && entity.kind === kind,
    );

  it('gives each component a valid entity of a standard kind', () => {
    const validate = entityEnvelopeSchemaValidator();
    expect(entities.map(entity => validate(entity))).toHaveLength(8);
    expect(find('lab', 'System')).toMatchObject({
      metadata: {
        title: 'Laboratory',
        annotations: {
          'backstage.io/managed-by-location': 'mosk:lab',
          'backstage.io/managed-by-origin-location': 'mosk:lab',
          'mosk-portal.io/cloud': 'lab',
          'mosk-portal.io/component': 'cloud',
        },
        links: [{ title: 'Grafana', url: 'https://grafana.example.org' }],
      },
      spec: { type: 'mosk-cloud', owner: 'group:default/operators' },
    });
    expect(find('lab-openstack-deployment-osh-dev', 'Resource')).toMatchObject({
      spec: {
        type: 'openstack-deployment',
        owner: 'group:default/operators',
        system: 'lab',
        dependsOn: ['resource:default/lab-kubernetes-cluster'],
      },
    });
  });

  it('relates services to what they are part of, need and provide', () => {
    const service = find('lab-openstack-service-compute', 'Component')!;
    expect(service).toMatchObject({
      metadata: {
        title: 'Compute (Nova) of Laboratory',
        annotations: {
          'backstage.io/kubernetes-cluster': 'lab',
          'backstage.io/kubernetes-namespace': 'openstack',
          'backstage.io/kubernetes-label-selector': 'application=nova',
          'mosk-portal.io/component': 'openstack-service/compute',
        },
      },
      spec: {
        type: 'openstack-service',
        lifecycle: 'production',
        system: 'lab',
        subcomponentOf: 'resource:default/lab-openstack-deployment-osh-dev',
        dependsOn: [
          'component:default/lab-openstack-service-database',
          'component:default/lab-openstack-service-identity',
        ],
        providesApis: ['api:default/lab-openstack-api-compute'],
      },
    });
    expect(find('lab-openstack-api-compute', 'API')!.spec).toMatchObject({
      type: 'openstack-api',
      system: 'lab',
      definition: expect.stringContaining('https://nova.it.just.works'),
    });
  });

  it('shows the parts of StackLight that run', () => {
    const monitored = fakeCloud();
    const show = (...names: string[]) =>
      monitored.show(
        names.map(name =>
          deployment.project({
            kind: 'Deployment',
            metadata: { name, namespace: 'stacklight', uid: name },
            spec: { replicas: 1 },
          }),
        ),
      );
    const found = () =>
      entitiesOf(readTopology(monitored.snapshot(), monitored), monitored);
    const specOf = (name: string) =>
      found().find(({ metadata }) => metadata.name === name)?.spec;

    show('prometheus-server', 'prometheus-alertmanager', 'opensearch-master');
    expect(specOf('lab-stacklight')).toMatchObject({
      type: 'stacklight',
      system: 'lab',
      dependsOn: ['resource:default/lab-kubernetes-cluster'],
    });
    expect(specOf('lab-stacklight-prometheus')).toMatchObject({
      type: 'stacklight-component',
      subcomponentOf: 'component:default/lab-stacklight',
      dependsOn: ['component:default/lab-stacklight-alertmanager'],
    });
    expect(specOf('lab-stacklight-opensearch')).toBeDefined();
    expect(specOf('lab-stacklight-opensearch-dashboards')).toBeUndefined();

    show('prometheus-server', 'prometheus-alertmanager');
    expect(specOf('lab-stacklight-opensearch')).toBeUndefined();
  });

  it('shows HelmBundles with their releases, and what is known of these', () => {
    const bundled = fakeCloud();
    bundled.show([
      deployment.project({
        kind: 'Deployment',
        metadata: { name: 'helm-controller', namespace: 'kube-system' },
        spec: { replicas: 1 },
      }),
      helmBundle.project({
        metadata: { name: 'extras', namespace: 'osh-system' },
        spec: {
          releases: [
            { name: 'ui', namespace: 'osh-system', values: { key: 'Planted' } },
            { name: 'later', namespace: 'osh-system' },
          ],
        },
        status: {
          releaseStatuses: {
            ui: { chart: 'internal/ui', version: '0.9.1', revision: 3 },
          },
        },
      }),
    ]);
    const found = entitiesOf(
      readTopology(bundled.snapshot(), bundled),
      bundled,
    );
    const named = (name: string) =>
      found.find(({ metadata }) => metadata.name === name)!;
    expect(named('lab-helm-bundle-osh-system.extras')).toMatchObject({
      kind: 'Resource',
      spec: {
        type: 'helm-bundle',
        system: 'lab',
        dependsOn: [
          'component:default/lab-operator-helm',
          'resource:default/lab-helm-release-osh-system.ui',
          'resource:default/lab-helm-release-osh-system.later',
        ],
      },
    });
    const { metadata, spec } = named('lab-helm-release-osh-system.ui');
    expect(spec).toMatchObject({ type: 'helm-release' });
    // It is found at its bundle; the graph of the cloud shows what stands for itself.
    expect(spec).not.toHaveProperty('system');
    expect(metadata.annotations).toMatchObject({
      'mosk-portal.io/helm-release': 'osh-system/ui',
      'mosk-portal.io/helm-chart': 'ui-0.9.1',
    });
    expect(
      named('lab-helm-release-osh-system.later').metadata.annotations,
    ).not.toHaveProperty(['mosk-portal.io/helm-chart']);
    expect(JSON.stringify(found)).not.toContain('Planted');
  });

  it('says nothing that changes by the minute', () => {
    const objects = openStackObjects(['identity', 'compute', 'database']);
    const broken = fakeCloud();
    broken.show(
      objects.map(object =>
        object.kind === 'Deployment'
          ? Object.assign(object, { ready: 0, wanted: 3 })
          : object,
      ),
      {
        connection: { state: 'stale', since: '2026-03-04T10:00:00Z' },
      },
    );
    expect(entitiesOf(readTopology(broken.snapshot(), broken), broken)).toEqual(
      entities,
    );
  });
});
