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

import { snapshotOf } from '../snapshot/snapshotOf';
import {
  projected,
  sampleDeployment,
  sampleNode,
  sampleStatus,
  sampleWorkload,
  sampleWorkloads,
} from '../testing/sampleCloud';
import { readTopology } from './readTopology';

const about = {
  title: 'Laboratory',
  links: [{ title: 'Grafana', url: 'https://grafana.example.org' }],
};

function read(objects: Parameters<typeof snapshotOf>[0]['objects']) {
  const topology = readTopology(snapshotOf({ cloud: 'lab', objects }), about);
  return {
    ids: topology.components.map(({ id }) => id),
    get: (id: string) => topology.components.find(each => each.id === id)!,
  };
}

describe('readTopology', () => {
  it('shows the cloud and its cluster even when nothing was read', () => {
    const { ids, get } = read([]);
    expect(ids).toEqual(['cloud', 'kubernetes-cluster']);
    expect(get('cloud')).toMatchObject({
      title: 'Laboratory',
      links: about.links,
    });
  });

  it('finds operators, the deployment and the services that run, and no others', () => {
    const { ids, get } = read([
      sampleNode('node-1'),
      sampleDeployment(),
      sampleStatus(),
      ...Object.values(sampleWorkloads),
      // Belongs to StackLight, although it is labelled like a service.
      sampleWorkload({
        name: 'prometheus-server',
        namespace: 'stacklight',
        labels: { application: 'prometheus' },
      }),
    ]);
    expect([...ids].sort()).toEqual([
      'cloud',
      'helm-release/openstack.openstack-keystone',
      'helm-release/openstack.openstack-mariadb',
      'helm-release/openstack.openstack-nova',
      'kubernetes-cluster',
      'openstack-api/compute',
      'openstack-api/identity',
      'openstack-deployment/osh-dev',
      'openstack-service/compute',
      'openstack-service/database',
      'openstack-service/identity',
      'operator/openstack',
      'stacklight',
      'stacklight/prometheus',
    ]);
    expect(get('operator/openstack')).toMatchObject({
      version: '1.1.4',
      namespace: 'osh-system',
      labelSelector: 'app.kubernetes.io/name in (rockoon, rockoon-admission)',
      workloads: [{ name: 'rockoon' }, { name: 'rockoon-admission' }],
      dependsOn: ['kubernetes-cluster'],
    });
    expect(get('openstack-service/compute')).toMatchObject({
      title: 'Compute (Nova)',
      version: 'epoxy',
      namespace: 'openstack',
      labelSelector: 'application=nova',
      helmReleases: [{ name: 'openstack-nova', namespace: 'openstack' }],
      partOf: 'openstack-deployment/osh-dev',
      dependsOn: ['openstack-service/database', 'openstack-service/identity'],
      providesApis: ['openstack-api/compute'],
    });
    expect(get('openstack-service/database').providesApis).toEqual([]);
    expect(get('openstack-api/compute').links).toEqual([
      { title: 'Public endpoint', url: 'https://nova.it.just.works' },
    ]);
    expect(get('openstack-deployment/osh-dev')).toMatchObject({
      version: 'epoxy',
      resource: {
        kind: 'OpenStackDeployment',
        namespace: 'openstack',
        name: 'osh-dev',
      },
      dependsOn: ['operator/openstack', 'kubernetes-cluster'],
    });
    expect(get('kubernetes-cluster').version).toBe('v1.34.4');
  });

  it('finds services that have no row in the status by what they run', () => {
    const { ids, get } = read([
      sampleDeployment(),
      sampleStatus({ services: {}, health: { horizon: { server: {} } } }),
      projected({
        kind: 'Job',
        metadata: {
          name: 'descheduler-29',
          namespace: 'openstack',
          uid: 'job-1',
          labels: { application: 'descheduler' },
        },
      }),
      projected({
        kind: 'Job',
        metadata: {
          name: 'glance-db-sync',
          namespace: 'openstack',
          uid: 'job-2',
          labels: { application: 'glance' },
        },
      }),
      sampleWorkload({
        name: 'newcomer-api',
        labels: { application: 'newcomer' },
        release: 'openstack-newcomer',
      }),
    ]);
    expect(ids.filter(id => id.startsWith('openstack-service/'))).toEqual([
      'openstack-service/dashboard',
      'openstack-service/descheduler',
      'openstack-service/newcomer',
    ]);
    expect(get('openstack-service/descheduler').workloads).toEqual([
      { kind: 'Job', namespace: 'openstack', name: 'descheduler-29' },
    ]);
    // An address that is no API is a link for people.
    const horizon = {
      title: 'Horizon',
      url: 'https://horizon.it.just.works',
      icon: 'dashboard',
    };
    expect(get('openstack-service/dashboard').links).toEqual([horizon]);
    expect(get('cloud').links).toEqual([...about.links, horizon]);
  });

  it('tells a RabbitMQ of one service from the shared one in selectors', () => {
    const rabbit = (release: string) =>
      sampleWorkload({
        kind: 'StatefulSet',
        name: `${release}-rabbitmq`,
        labels: { application: 'rabbitmq', component: 'server' },
        release,
      });
    const { get } = read([
      sampleDeployment(),
      sampleWorkloads.nova,
      rabbit('openstack-nova-rabbitmq'),
      rabbit('openstack-rabbitmq'),
    ]);
    expect(get('openstack-service/compute').labelSelector).toBe(
      'release_group in (openstack-nova, openstack-nova-rabbitmq)',
    );
    expect(get('openstack-service/messaging').labelSelector).toBe(
      'release_group=openstack-rabbitmq',
    );
  });
});
