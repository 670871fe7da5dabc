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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { exampleComponents } from './exampleClouds';
import { endedRollout } from './exampleRollouts';
import { ago } from './times';

const find = (id: string) =>
  exampleComponents().find(component => component.id === id)!;

export const identityComponent = (): MoskViews.ComponentDetail => ({
  ...find('openstack-service/identity'),
  version: 'epoxy',
  cloud: 'north',
  connection: { state: 'live', since: ago(3600), lastContactAt: ago(5) },
  missing: [],
  resource: {
    kind: 'OpenStackDeployment',
    namespace: 'openstack',
    name: 'osh-dev',
  },
  workloads: [
    {
      object: {
        kind: 'Deployment',
        namespace: 'openstack',
        name: 'keystone-api',
      },
      state: 'degraded',
      ready: 2,
      wanted: 3,
      updated: 3,
      restarts: 4,
      nodes: ['cmp-01'],
      chart: 'keystone-2025.2.3',
      lastWarning: {
        reason: 'Unhealthy',
        message: 'Readiness probe failed',
        at: ago(70),
        count: 12,
      },
    },
    {
      object: {
        kind: 'CronJob',
        namespace: 'openstack',
        name: 'keystone-fernet-rotate',
      },
      state: 'unknown',
      ready: 0,
      wanted: 1,
      restarts: -1,
    },
  ],
  dependencies: [
    find('openstack-service/database'),
    find('openstack-service/image'),
  ],
  lastRollout: endedRollout(),
  commands: [
    {
      title: 'Pods of it',
      command: 'kubectl -n openstack get pods -l application=keystone',
    },
  ],
  links: [{ title: 'Horizon', url: 'https://horizon.example.org' }],
  revision: '1',
});
