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

import { isAtLeast } from './openstackReleases';
import { ServiceContext, ServiceTemplate } from './types';
import {
  apiDeployment,
  daemonSet,
  deployment,
  groupDaemonSet,
  release,
  statefulSet,
} from './workloadTemplates';

const withOvn = (context: ServiceContext) => context.backend === 'ml2/ovn';
const withOvs = (context: ServiceContext) => context.backend === 'ml2';
const dedicated = (service: string) => (context: ServiceContext) =>
  context.dedicatedMessaging.includes(service);

/** The services of preset core that are OpenStack itself. */
export const coreServices: ServiceTemplate[] = [
  {
    name: 'identity',
    tier: 1,
    features: ['keystone'],
    releases: [
      release('openstack-keystone', 'keystone', [
        apiDeployment('keystone-api', 'keystone', 'api'),
        deployment('keystone-client', 'keystone', 'client', {
          replicas: 'one',
        }),
      ]),
    ],
  },
  {
    name: 'dashboard',
    tier: 2,
    features: ['horizon'],
    releases: [
      release('openstack-horizon', 'horizon', [
        deployment('horizon', 'horizon', 'server'),
      ]),
    ],
  },
  {
    name: 'image',
    tier: 2,
    features: ['glance'],
    needsCeph: true,
    releases: [
      release('openstack-glance', 'glance', [
        apiDeployment('glance-api', 'glance', 'api'),
        deployment('glance-registry', 'glance', 'registry', {
          when: context => !isAtLeast(context.openstackVersion, 'stein'),
        }),
      ]),
    ],
  },
  {
    name: 'placement',
    tier: 2,
    releases: [
      release('openstack-placement', 'placement', [
        apiDeployment('placement-api', 'placement', 'api'),
      ]),
    ],
  },
  {
    name: 'compute',
    tier: 3,
    features: ['nova'],
    needsCeph: true,
    releases: [
      release('openstack-nova', 'nova', [
        apiDeployment('nova-api-osapi', 'nova', 'os-api'),
        apiDeployment('nova-api-metadata', 'nova', 'metadata'),
        deployment('nova-novncproxy', 'nova', 'novnc-proxy'),
        statefulSet('nova-conductor', 'nova', 'conductor'),
        statefulSet('nova-scheduler', 'nova', 'scheduler'),
        groupDaemonSet('nova-compute', 'nova', 'compute'),
      ]),
      release('openstack-libvirt', 'libvirt', [
        groupDaemonSet('libvirt-libvirt', 'libvirt', 'libvirt', {
          onDelete: true,
        }),
      ]),
      release(
        'openstack-nova-rabbitmq',
        'rabbitmq',
        [statefulSet('openstack-nova-rabbitmq-rabbitmq', 'rabbitmq', 'server')],
        dedicated('compute'),
      ),
    ],
  },
  {
    name: 'networking',
    tier: 3,
    features: ['neutron'],
    releases: [
      release('openstack-neutron', 'neutron', [
        apiDeployment('neutron-server', 'neutron', 'server', {
          when: context => !withOvn(context),
        }),
        daemonSet('neutron-server', 'neutron', 'server', { when: withOvn }),
        ...(
          [
            ['neutron-dhcp-agent', 'dhcp_agent', 'gateway', withOvs],
            ['neutron-l3-agent', 'l3_agent', 'gateway', withOvs],
            ['neutron-metadata-agent', 'metadata_agent', 'all', undefined],
            ['neutron-ovs-agent', 'ovs_agent', 'all', withOvs],
          ] as const
        ).map(([name, component, nodes, when]) =>
          groupDaemonSet(name, 'neutron', component, { nodes, when }),
        ),
      ]),
      release(
        'openstack-openvswitch',
        'openvswitch',
        [
          groupDaemonSet(
            'openvswitch-db',
            'openvswitch',
            'openvswitch-vswitchd-db',
            { nodes: 'all', when: withOvs },
          ),
          groupDaemonSet(
            'openvswitch-vswitchd',
            'openvswitch',
            'openvswitch-vswitchd',
            { nodes: 'all', onDelete: true, when: withOvs },
          ),
          groupDaemonSet('ovn-controller', 'openvswitch_ovn', 'controller', {
            nodes: 'all',
            when: withOvn,
          }),
          statefulSet('openvswitch-ovn-db', 'openvswitch_ovn', 'ovn-db', {
            when: withOvn,
          }),
          statefulSet(
            'openvswitch-ovn-northd',
            'openvswitch_ovn',
            'ovn-northd',
            { when: withOvn },
          ),
        ],
        context => withOvs(context) || withOvn(context),
      ),
      release(
        'openstack-neutron-rabbitmq',
        'rabbitmq',
        [
          statefulSet(
            'openstack-neutron-rabbitmq-rabbitmq',
            'rabbitmq',
            'server',
          ),
        ],
        dedicated('networking'),
      ),
    ],
  },
];
