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
  cronJob,
  daemonSet,
  deployment,
  release,
  statefulSet,
} from './workloadTemplates';

/** Services that OpenStack stands on; nothing of OpenStack runs without them. */
export const infrastructureServices: ServiceTemplate[] = [
  {
    name: 'app-gateway',
    tier: 0,
    releases: [
      release('openstack-app-gateway', 'app-gateway', [
        daemonSet('envoy-proxy', 'app_gateway', 'proxy'),
      ]),
    ],
  },
  {
    name: 'coordination',
    tier: 0,
    releases: [
      release('etcd', 'etcd', [statefulSet('etcd-etcd', 'etcd', 'server')]),
    ],
  },
  {
    name: 'database',
    tier: 0,
    features: ['database'],
    releases: [
      release('openstack-mariadb', 'mariadb', [
        statefulSet('mariadb-server', 'mariadb', 'server'),
        deployment('mariadb-controller', 'mariadb', 'controller', {
          replicas: 'one',
        }),
      ]),
    ],
  },
  {
    name: 'descheduler',
    tier: 0,
    releases: [
      release('openstack-descheduler', 'descheduler', [
        cronJob('descheduler', 'descheduler', 'descheduler'),
      ]),
    ],
  },
  {
    name: 'dynamic-resource-balancer',
    tier: 2,
    releases: [
      release('openstack-drb-controller', 'drb-controller', [
        deployment('drb-controller', 'drb-controller', 'drb_controller', {
          replicas: 'one',
        }),
      ]),
    ],
  },
  {
    name: 'ingress',
    tier: 0,
    features: ['ssl'],
    releases: [
      release('ingress-openstack', 'ingress', [
        daemonSet('ingress', 'ingress', 'server'),
        deployment('ingress-error-pages', 'ingress', 'error-pages', {
          replicas: 'one',
        }),
      ]),
    ],
  },
  {
    name: 'memcached',
    tier: 0,
    releases: [
      release('openstack-memcached', 'memcached', [
        statefulSet('openstack-memcached-memcached', 'memcached', 'server'),
      ]),
    ],
  },
  {
    name: 'messaging',
    tier: 0,
    features: ['messaging'],
    releases: [
      release('openstack-rabbitmq', 'rabbitmq', [
        statefulSet('openstack-rabbitmq-rabbitmq', 'rabbitmq', 'server'),
      ]),
    ],
  },
  {
    name: 'redis',
    tier: 0,
    releases: [release('openstack-redis-operator', 'redis-operator', [])],
  },
];
