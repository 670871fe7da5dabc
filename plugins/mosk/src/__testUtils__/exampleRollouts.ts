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
import { ago } from './times';

export const runningRollout = (): MoskViews.RolloutSummary => ({
  id: 'r1',
  cloud: 'north',
  object: {
    kind: 'OpenStackDeployment',
    namespace: 'openstack',
    name: 'osh-dev',
  },
  uid: 'uid-1',
  generation: 4,
  run: 1,
  cause: 'upgrade',
  state: 'running',
  startedAt: ago(1500),
  lastMovedAt: ago(60),
  waitingFor: {
    sentence:
      'Waiting for StatefulSet openstack/mariadb-server: 1 of 3 replicas are ready',
  },
  progress: {
    fraction: 0.42,
    parts: [
      { label: 'Services', done: 8, total: 19 },
      { label: 'Health', done: 5, total: 9 },
    ],
  },
  author: {
    user: 'user:default/guest',
    manager: 'mosk-portal',
    task: 'task-1',
    template: 'template:default/openstack-upgrade',
  },
  usualSeconds: 3000,
  entityRef: 'resource:mosk/north-osh-dev',
  revision: '7',
});

export const endedRollout = (): MoskViews.RolloutSummary => ({
  ...runningRollout(),
  id: 'r0',
  generation: 3,
  cause: 'change',
  state: 'failed',
  startedAt: ago(90000),
  endedAt: ago(87000),
  lastMovedAt: ago(87000),
  waitingFor: undefined,
  message:
    'Helm release openstack-nova failed: timed out waiting for the condition',
  author: { manager: 'kubectl-edit' },
});

const step = (
  id: string,
  title: string,
  state: MoskViews.StepState,
  periods: MoskViews.RolloutStep['periods'],
): MoskViews.RolloutStep => ({
  id,
  title,
  state,
  periods,
  startedAt: periods.find(period => period.state !== 'waiting')?.from,
  entityRef: `component:mosk/north-openstack-service-${id}`,
});

export const rolloutDetail = (): MoskViews.RolloutDetail => ({
  ...runningRollout(),
  connection: { state: 'live', since: ago(3600), lastContactAt: ago(5) },
  steps: [
    {
      ...step('database', 'Database (MariaDB)', 'running', [
        { state: 'waiting', from: ago(1500), to: ago(1400) },
        { state: 'running', from: ago(1400) },
      ]),
      detail: 'APPLYING',
    },
    step('identity', 'Identity (Keystone)', 'settling', [
      { state: 'waiting', from: ago(1500), to: ago(900) },
      { state: 'running', from: ago(900), to: ago(300) },
      { state: 'settling', from: ago(300) },
    ]),
    step('image', 'Image (Glance)', 'done', [
      { state: 'running', from: ago(1450), to: ago(1100) },
      { state: 'done', from: ago(1100) },
    ]),
    step('compute', 'Compute (Nova)', 'waiting', [
      { state: 'waiting', from: ago(1500) },
    ]),
  ],
  transitions: [
    { at: ago(1500), to: 'queued' },
    { at: ago(1450), from: 'queued', to: 'running' },
    { at: ago(1100), step: 'image', from: 'running', to: 'done' },
  ],
  diff: {
    before: 'openstack_version: caracal\nsize: tiny\npreset: compute\n',
    after: 'openstack_version: epoxy\nsize: tiny\npreset: compute\n',
    changedPaths: ['spec.openstack_version'],
    hiddenOnly: false,
  },
  previousRolloutId: 'r0',
  advice: [
    {
      title: 'See what the operator says',
      command:
        'kubectl -n osh-system logs deploy/openstack-operator --tail=200',
    },
  ],
});
