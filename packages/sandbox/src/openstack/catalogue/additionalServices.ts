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

import { ServiceTemplate } from './types';
import {
  apiDeployment,
  daemonSet,
  deployment,
  groupDaemonSet,
  job,
  release,
  statefulSet,
} from './workloadTemplates';

/** Services that presets or users add to the core. */
export const additionalServices: ServiceTemplate[] = [
  {
    name: 'block-storage',
    tier: 2,
    features: ['cinder'],
    needsCeph: true,
    releases: [
      release('openstack-cinder', 'cinder', [
        apiDeployment('cinder-api', 'cinder', 'api'),
        statefulSet('cinder-scheduler', 'cinder', 'scheduler'),
        statefulSet('cinder-volume', 'cinder', 'volume', { replicas: 'one' }),
        statefulSet('cinder-backup', 'cinder', 'backup', { replicas: 'one' }),
      ]),
    ],
  },
  {
    name: 'dns',
    tier: 2,
    features: ['designate'],
    releases: [
      release('openstack-designate', 'designate', [
        statefulSet('designate-api', 'designate', 'api'),
        statefulSet('designate-central', 'designate', 'central'),
        statefulSet('designate-mdns', 'designate', 'mdns'),
        statefulSet('designate-producer', 'designate', 'producer'),
      ]),
    ],
  },
  {
    name: 'orchestration',
    tier: 2,
    releases: [
      release('openstack-heat', 'heat', [
        apiDeployment('heat-api', 'heat', 'api'),
        deployment('heat-cfn', 'heat', 'cfn'),
        deployment('heat-engine', 'heat', 'engine'),
      ]),
    ],
  },
  {
    name: 'load-balancer',
    tier: 3,
    features: ['octavia'],
    releases: [
      release('openstack-octavia', 'octavia', [
        apiDeployment('octavia-api', 'octavia', 'api'),
        deployment('octavia-housekeeping', 'octavia', 'housekeeping'),
        deployment('octavia-worker', 'octavia', 'worker'),
        groupDaemonSet('octavia-health-manager', 'octavia', 'health_manager', {
          nodes: 'control',
        }),
      ]),
    ],
  },
  {
    name: 'key-manager',
    tier: 2,
    features: ['barbican'],
    releases: [
      release('openstack-barbican', 'barbican', [
        apiDeployment('barbican-api', 'barbican', 'api'),
      ]),
    ],
  },
  {
    name: 'instance-ha',
    tier: 3,
    features: ['masakari'],
    releases: [
      release('openstack-masakari', 'masakari', [
        deployment('masakari-api', 'masakari', 'api'),
        deployment('masakari-engine', 'masakari', 'engine'),
        groupDaemonSet('masakari-monitors', 'masakari', 'monitors'),
      ]),
    ],
  },
  {
    name: 'object-storage',
    tier: 2,
    needsCeph: true,
    releases: [
      release('openstack-ceph-rgw', 'ceph-rgw', [
        job('ceph-ks-endpoints', 'ceph', 'ks-endpoints'),
      ]),
    ],
  },
  {
    name: 'shared-file-system',
    tier: 3,
    features: ['manila'],
    needsCeph: true,
    releases: [
      release('openstack-manila', 'manila', [
        deployment('manila-api', 'manila', 'api'),
        statefulSet('manila-scheduler', 'manila', 'scheduler'),
        statefulSet('manila-share', 'manila', 'share', { replicas: 'one' }),
      ]),
    ],
  },
  {
    name: 'baremetal',
    tier: 3,
    features: ['ironic'],
    releases: [
      release('openstack-ironic', 'ironic', [
        deployment('ironic-api', 'ironic', 'api'),
        statefulSet('ironic-conductor', 'ironic', 'conductor'),
      ]),
    ],
  },
  {
    name: 'alarming',
    tier: 3,
    features: ['telemetry'],
    releases: [
      release(
        'openstack-aodh',
        'aodh',
        ['api', 'evaluator', 'listener', 'notifier'].map(component =>
          deployment(`aodh-${component}`, 'aodh', component),
        ),
      ),
    ],
  },
  {
    name: 'metering',
    tier: 3,
    features: ['telemetry'],
    releases: [
      release('openstack-ceilometer', 'ceilometer', [
        deployment('ceilometer-central', 'ceilometer', 'central'),
        deployment('ceilometer-notification', 'ceilometer', 'notification'),
        groupDaemonSet('ceilometer-compute', 'ceilometer', 'compute'),
      ]),
    ],
  },
  {
    name: 'metric',
    tier: 3,
    features: ['telemetry'],
    releases: [
      release('openstack-gnocchi', 'gnocchi', [
        deployment('gnocchi-api', 'gnocchi', 'api'),
        daemonSet('gnocchi-metricd', 'gnocchi', 'metricd'),
        daemonSet('gnocchi-statsd', 'gnocchi', 'metricd'),
      ]),
    ],
  },
  {
    name: 'metric-storage',
    tier: 3,
    releases: [
      release('openstack-aetos', 'aetos', [
        deployment('aetos-api', 'aetos', 'api'),
      ]),
      release('openstack-prometheus', 'prometheus', [
        statefulSet('openstack-prometheus-server', 'prometheus', 'server'),
      ]),
    ],
  },
  {
    name: 'event',
    tier: 3,
    releases: [
      release('openstack-panko', 'panko', [
        deployment('panko-api', 'panko', 'api'),
      ]),
    ],
  },
  {
    name: 'cloudprober',
    tier: 3,
    features: ['cloudprober'],
    releases: [
      release('openstack-cloudprober', 'cloudprober', [
        deployment('openstack-cloudprober', 'cloudprober', 'prober', {
          replicas: 'one',
        }),
      ]),
    ],
  },
  ...['stepler', 'tempest'].map(
    (name): ServiceTemplate => ({
      name,
      tier: 3,
      releases: [
        release(`openstack-${name}`, name, [
          job(`openstack-${name}-run-tests`, name, 'run-tests'),
        ]),
      ],
    }),
  ),
];
