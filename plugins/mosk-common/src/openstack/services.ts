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

import { OpenStackService } from './types';

const backing = ['database', 'identity', 'memcached', 'messaging'];

const apiServices: OpenStackService[] = [
  {
    key: 'identity',
    title: 'Identity (Keystone)',
    project: 'keystone',
    summary: 'Users, projects, tokens and the catalog of service endpoints',
    applications: ['keystone'],
    helmReleases: ['openstack-keystone'],
    dependsOn: ['database', 'memcached', 'messaging'],
    publicApi: { host: 'keystone', type: 'identity' },
  },
  {
    key: 'placement',
    title: 'Placement',
    project: 'placement',
    summary: 'Tracks what resources the compute nodes have left',
    applications: ['placement'],
    helmReleases: ['openstack-placement'],
    dependsOn: backing,
    publicApi: { host: 'placement', type: 'placement' },
    since: 'stein',
  },
  {
    key: 'image',
    title: 'Image (Glance)',
    project: 'glance',
    summary: 'Stores the images that servers boot from',
    applications: ['glance'],
    helmReleases: ['openstack-glance'],
    dependsOn: [...backing, 'block-storage', 'key-manager'],
    needsCeph: true,
    publicApi: { host: 'glance', type: 'image' },
  },
  {
    key: 'networking',
    title: 'Networking (Neutron)',
    project: 'neutron',
    summary: 'Networks, routers, ports and floating addresses',
    applications: ['neutron', 'openvswitch', 'openvswitch_ovn'],
    helmReleases: [
      'openstack-neutron',
      'openstack-openvswitch',
      'openstack-neutron-rabbitmq',
      'openstack-neutron-frrouting',
      'openstack-ipsec',
    ],
    dependsOn: [...backing, 'baremetal', 'compute', 'dns', 'placement'],
    publicApi: { host: 'neutron', type: 'network' },
  },
  {
    key: 'compute',
    title: 'Compute (Nova)',
    project: 'nova',
    summary: 'Servers, and the hypervisors that they run on',
    applications: ['nova', 'libvirt'],
    helmReleases: [
      'openstack-nova',
      'openstack-libvirt',
      'openstack-nova-rabbitmq',
    ],
    dependsOn: [
      ...backing,
      'baremetal',
      'block-storage',
      'coordination',
      'image',
      'key-manager',
      'networking',
      'placement',
    ],
    needsCeph: true,
    publicApi: { host: 'nova', type: 'compute' },
  },
  {
    key: 'block-storage',
    title: 'Block storage (Cinder)',
    project: 'cinder',
    summary: 'Volumes, snapshots and their backups',
    applications: ['cinder'],
    helmReleases: ['openstack-cinder'],
    dependsOn: [...backing, 'compute', 'coordination', 'image', 'key-manager'],
    needsCeph: true,
    publicApi: { host: 'cinder', type: 'volumev3' },
  },
  {
    key: 'load-balancer',
    title: 'Load balancer (Octavia)',
    project: 'octavia',
    summary: 'Load balancers as a service',
    applications: ['octavia'],
    helmReleases: ['openstack-octavia'],
    dependsOn: [
      ...backing,
      'block-storage',
      'compute',
      'coordination',
      'image',
      'key-manager',
      'networking',
    ],
    publicApi: { host: 'octavia', type: 'load-balancer' },
  },
  {
    key: 'dns',
    title: 'DNS (Designate)',
    project: 'designate',
    summary: 'DNS zones and records',
    applications: ['designate'],
    helmReleases: ['openstack-designate'],
    dependsOn: [...backing, 'coordination', 'networking'],
    publicApi: { host: 'designate', type: 'dns' },
  },
  {
    key: 'key-manager',
    title: 'Key manager (Barbican)',
    project: 'barbican',
    summary: 'Keeps keys, certificates and other secrets of users',
    applications: ['barbican'],
    helmReleases: ['openstack-barbican'],
    dependsOn: backing,
    publicApi: { host: 'barbican', type: 'key-manager' },
  },
  {
    key: 'orchestration',
    title: 'Orchestration (Heat)',
    project: 'heat',
    summary: 'Creates stacks of resources from templates',
    applications: ['heat'],
    helmReleases: ['openstack-heat'],
    dependsOn: [
      ...backing,
      'alarming',
      'baremetal',
      'block-storage',
      'compute',
      'dns',
      'image',
      'instance-ha',
      'key-manager',
      'load-balancer',
      'networking',
      'shared-file-system',
    ],
    publicApi: { host: 'heat', type: 'orchestration' },
  },
  {
    key: 'dashboard',
    title: 'Dashboard (Horizon)',
    project: 'horizon',
    summary: 'Web interface of the cloud',
    applications: ['horizon'],
    helmReleases: ['openstack-horizon'],
    dependsOn: [
      'database',
      'identity',
      'memcached',
      'block-storage',
      'compute',
      'dns',
      'image',
      'instance-ha',
      'key-manager',
      'load-balancer',
      'networking',
      'orchestration',
      'shared-file-system',
    ],
    publicApi: { host: 'horizon' },
  },
  {
    key: 'object-storage',
    title: 'Object storage (Ceph RGW)',
    project: 'ceph-rgw',
    summary: 'Makes the object gateway of Ceph known to Keystone',
    applications: [],
    helmReleases: ['openstack-ceph-rgw'],
    dependsOn: ['identity'],
    needsCeph: true,
    publicApi: { host: 'object-store', type: 'object-store' },
    withoutHealth: true,
  },
  {
    key: 'instance-ha',
    title: 'Instance high availability (Masakari)',
    project: 'masakari',
    summary: 'Starts servers again when their hypervisor fails',
    applications: ['masakari'],
    helmReleases: ['openstack-masakari'],
    dependsOn: [...backing, 'compute', 'coordination'],
    publicApi: { host: 'masakari', type: 'instance-ha' },
    since: 'victoria',
  },
  {
    key: 'shared-file-system',
    title: 'Shared file systems (Manila)',
    project: 'manila',
    summary: 'Shares that several servers mount',
    applications: ['manila'],
    helmReleases: ['openstack-manila'],
    dependsOn: [
      ...backing,
      'block-storage',
      'compute',
      'coordination',
      'image',
      'networking',
    ],
    needsCeph: true,
    publicApi: { host: 'manila', type: 'sharev2' },
    since: 'yoga',
    withoutStatusRow: true,
  },
  {
    key: 'alarming',
    title: 'Alarming (Aodh)',
    project: 'aodh',
    summary: 'Raises alarms on measurements',
    applications: ['aodh'],
    helmReleases: ['openstack-aodh'],
    dependsOn: [
      ...backing,
      'coordination',
      'load-balancer',
      'metric',
      'metric-storage',
    ],
    publicApi: { host: 'aodh', type: 'alarming' },
  },
  {
    key: 'baremetal',
    title: 'Bare metal (Ironic)',
    project: 'ironic',
    summary: 'Gives out whole machines as servers',
    applications: ['ironic'],
    helmReleases: ['openstack-ironic'],
    dependsOn: [
      ...backing,
      'block-storage',
      'image',
      'networking',
      'placement',
    ],
    publicApi: { host: 'ironic', type: 'baremetal' },
  },
  {
    key: 'event',
    title: 'Events (Panko)',
    project: 'panko',
    summary: 'Stores events of the other services',
    applications: ['panko'],
    helmReleases: ['openstack-panko'],
    dependsOn: backing,
    publicApi: { host: 'panko', type: 'event' },
    until: 'wallaby',
  },
  {
    key: 'metering',
    title: 'Metering (Ceilometer)',
    project: 'ceilometer',
    summary: 'Measures what the projects use',
    applications: ['ceilometer'],
    helmReleases: ['openstack-ceilometer'],
    dependsOn: [
      ...backing,
      'alarming',
      'block-storage',
      'compute',
      'coordination',
      'dns',
      'image',
      'load-balancer',
      'metric',
      'networking',
      'shared-file-system',
    ],
  },
  {
    key: 'metric',
    title: 'Metrics (Gnocchi)',
    project: 'gnocchi',
    summary: 'Stores measurements as time series',
    applications: ['gnocchi'],
    helmReleases: ['openstack-gnocchi'],
    dependsOn: [...backing, 'coordination'],
    publicApi: { host: 'gnocchi', type: 'metric' },
    until: 'epoxy',
  },
  {
    key: 'metric-storage',
    title: 'Metric storage (Aetos)',
    project: 'aetos',
    summary: 'Stores measurements in Prometheus',
    applications: ['aetos', 'prometheus'],
    helmReleases: ['openstack-aetos', 'openstack-prometheus'],
    dependsOn: ['identity', 'memcached', 'metering'],
    publicApi: { host: 'aetos', type: 'metric-storage' },
    since: 'gazpacho',
  },
];

const publicServices = apiServices
  .filter(service => service.publicApi)
  .map(service => service.key);

const backingServices: OpenStackService[] = [
  {
    key: 'app-gateway',
    title: 'Application gateway (Envoy)',
    project: 'envoy-gateway',
    summary: 'Entry of the public APIs, successor of the ingress',
    applications: ['app_gateway'],
    helmReleases: ['openstack-app-gateway'],
    dependsOn: publicServices,
    withoutStatusRow: true,
  },
  {
    key: 'ingress',
    title: 'Ingress (NGINX)',
    project: 'ingress-nginx',
    summary: 'Entry of the public APIs',
    applications: ['ingress'],
    helmReleases: ['ingress-openstack'],
    dependsOn: publicServices,
  },
  {
    key: 'database',
    title: 'Database (MariaDB Galera)',
    project: 'mariadb',
    summary: 'Stores the state of every service',
    applications: ['mariadb'],
    helmReleases: ['openstack-mariadb'],
    dependsOn: [],
  },
  {
    key: 'messaging',
    title: 'Messaging (RabbitMQ)',
    project: 'rabbitmq',
    summary: 'Carries the messages between parts of the services',
    applications: ['rabbitmq'],
    helmReleases: ['openstack-rabbitmq'],
    dependsOn: [],
  },
  {
    key: 'memcached',
    title: 'Cache (Memcached)',
    project: 'memcached',
    summary: 'Keeps tokens and other short-lived data close',
    applications: ['memcached'],
    helmReleases: ['openstack-memcached'],
    dependsOn: [],
  },
  {
    key: 'coordination',
    title: 'Coordination (etcd)',
    project: 'etcd',
    summary: 'Locks shared by the replicas of the services',
    applications: ['etcd'],
    helmReleases: ['etcd'],
    dependsOn: [],
  },
  {
    key: 'redis',
    title: 'Redis',
    project: 'redis-operator',
    summary: 'Key-value store run by its own operator',
    applications: ['redis'],
    helmReleases: ['openstack-redis-operator'],
    namespace: 'openstack-redis',
    dependsOn: [],
    until: 'flamingo',
    withoutHealth: true,
  },
  {
    key: 'descheduler',
    title: 'Descheduler',
    project: 'descheduler',
    summary: 'Moves pods away from nodes that are too full',
    applications: ['descheduler'],
    helmReleases: ['openstack-descheduler'],
    dependsOn: [],
    withoutHealth: true,
    withoutStatusRow: true,
  },
  {
    key: 'dynamic-resource-balancer',
    title: 'Dynamic resource balancer',
    project: 'drb-controller',
    summary: 'Moves servers away from hypervisors that are too full',
    applications: ['drb-controller'],
    helmReleases: ['openstack-drb-controller'],
    dependsOn: [],
  },
  {
    key: 'cloudprober',
    title: 'Cloudprober',
    project: 'cloudprober',
    summary: 'Probes the network of servers',
    applications: ['cloudprober'],
    helmReleases: ['openstack-cloudprober'],
    dependsOn: ['compute', 'identity', 'networking'],
  },
  {
    key: 'stepler',
    title: 'Stepler tests',
    project: 'stepler',
    summary: 'Tests that act as users of the cloud do',
    applications: ['stepler'],
    helmReleases: ['openstack-stepler'],
    dependsOn: [],
    withoutHealth: true,
  },
  {
    key: 'tempest',
    title: 'Tempest tests',
    project: 'tempest',
    summary: 'Tests of the APIs of OpenStack',
    applications: ['tempest'],
    helmReleases: ['openstack-tempest'],
    dependsOn: [],
    withoutHealth: true,
  },
];

/**
 * Every OpenStack service that the operator can run.
 * @public
 */
export const openStackServices: readonly OpenStackService[] = [
  ...apiServices,
  ...backingServices,
];

/**
 * Order in which a version upgrade takes the services, those that the cloud has.
 * @public
 */
export const openStackUpgradeOrder: readonly string[] = [
  'identity',
  'placement',
  'image',
  'networking',
  'compute',
  'block-storage',
  'load-balancer',
  'dns',
  'key-manager',
  'orchestration',
  'dashboard',
  'object-storage',
  'instance-ha',
  'shared-file-system',
];

const byKey = new Map(
  openStackServices.map(service => [service.key, service] as const),
);
const byHelmRelease = new Map(
  openStackServices.flatMap(service =>
    service.helmReleases.map(release => [release, service] as const),
  ),
);
const byApplication = new Map(
  openStackServices.flatMap(service =>
    service.applications.map(name => [name, service] as const),
  ),
);

/**
 * The service with this key; undefined when the portal does not know it.
 * @public
 */
export function findOpenStackService(
  key: string,
): OpenStackService | undefined {
  return byKey.get(key);
}

/**
 * The service that a workload belongs to. The Helm release tells best: a RabbitMQ of its own
 * carries the same labels as the shared one.
 * @public
 */
export function openStackServiceOfWorkload(workload: {
  helmRelease?: { name: string };
  metadata: { name: string; labels: Record<string, string> };
}): OpenStackService | undefined {
  const byRelease =
    workload.helmRelease && byHelmRelease.get(workload.helmRelease.name);
  if (byRelease) {
    return byRelease;
  }
  const { name, labels } = workload.metadata;
  const application = labels.application ?? name;
  const owner = /^openstack-(nova|neutron)-rabbitmq-/.exec(name)?.[1];
  return byApplication.get(
    application === 'rabbitmq' && owner ? owner : application,
  );
}

/**
 * The service that a key of `status.health` belongs to. A RabbitMQ of its own is found
 * under the application that it serves, as `nova.rabbitmq`.
 * @public
 */
export function openStackServiceOfHealthKey(
  application: string,
): OpenStackService | undefined {
  return byApplication.get(application);
}
