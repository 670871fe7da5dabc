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

import { mockServices } from '@backstage/backend-test-utils';
import { Component, ComponentHealth } from '@mosk-portal/plugin-mosk-common';
import { FakeCloud } from '../__testUtils__/fakeCloud';
import { cloudDetail } from './cloudSummary';
import { componentDetail } from './componentDetail';
import { CloudView } from './types';
import { workloadViews } from './workloadViews';

const component = (
  id: string,
  overrides: Partial<Component> = {},
): Component => ({
  id,
  type: 'openstack-service',
  title: id,
  group: 'openstack',
  workloads: [],
  helmReleases: [],
  dependsOn: [],
  providesApis: [],
  links: [],
  ...overrides,
});

const statefulSet = {
  kind: 'StatefulSet',
  namespace: 'openstack',
  name: 'mariadb-server',
};

const health = (
  componentId: string,
  overrides: Partial<ComponentHealth>,
): ComponentHealth => ({
  componentId,
  state: 'healthy',
  reasons: [],
  workloads: [],
  causedBy: [],
  ...overrides,
});

const database = component('database', {
  namespace: 'openstack',
  labelSelector: 'application=mariadb',
  workloads: [statefulSet],
  helmReleases: [
    { name: 'openstack-mariadb', namespace: 'openstack', chart: 'mariadb-1' },
  ],
});
const workload = {
  object: statefulSet,
  state: 'failed' as const,
  ready: 0,
  wanted: 3,
};

function viewOf(cloud: FakeCloud): CloudView {
  return {
    cloud,
    snapshot: cloud.snapshot(),
    topology: {
      cloud: cloud.name,
      components: [
        component('cloud', { type: 'mosk-cloud', group: 'cloud' }),
        component('dashboard'),
        component('identity', { dependsOn: ['database'] }),
        database,
      ],
    },
    health: {
      cloud: cloud.name,
      state: 'failed',
      components: [
        health('cloud', { state: 'failed' }),
        // Worth saying on its own page, no reason for anything.
        health('dashboard', {
          reasons: [
            {
              code: 'ManagedElsewhere',
              state: 'healthy',
              message: 'it is written by helm',
            },
          ],
        }),
        health('identity', {
          state: 'failed',
          causedBy: ['database'],
          reasons: [
            {
              code: 'Dependency',
              state: 'failed',
              message: 'waits for database',
            },
          ],
        }),
        health('database', {
          state: 'failed',
          workloads: [workload],
          reasons: [
            { code: 'NotReady', state: 'failed', message: '0 of 3 ready' },
          ],
        }),
      ],
    },
    nodes: [],
    revision: 'r',
  };
}

describe('views of a cloud', () => {
  const logger = mockServices.logger.mock();

  it('puts the cause before what follows from it, and counts what a page filters by', () => {
    const view = viewOf(new FakeCloud('one'));
    const since = new Map([
      ['database', { state: 'failed' as const, since: '2026-01-01T00:00:00Z' }],
      [
        'identity',
        { state: 'healthy' as const, since: '2026-01-01T00:00:00Z' },
      ],
    ]);
    const detail = cloudDetail(view, [], since);
    expect(detail.reasons.map(reason => reason.message)).toEqual([
      '0 of 3 ready',
      'waits for database',
    ]);
    expect(detail.counts).toEqual({
      healthy: 1,
      progressing: 0,
      degraded: 0,
      failed: 2,
      unknown: 0,
    });
    expect(
      detail.components
        .filter(one => one.type !== 'mosk-cloud')
        .map(one => [
          one.id,
          one.since,
          one.workloadsReady,
          one.workloadsWanted,
        ]),
    ).toEqual([
      ['database', '2026-01-01T00:00:00Z', 0, 3],
      // What the portal remembers is of another state.
      ['identity', undefined, 0, 0],
      ['dashboard', undefined, 0, 0],
    ]);
  });

  it('has one entity for a cloud, however it is named', () => {
    const detail = cloudDetail(
      viewOf(new FakeCloud('Cloud.One')),
      [],
      new Map(),
    );
    const whole = detail.components.find(one => one.type === 'mosk-cloud');
    expect(detail.entityRef).toBe(whole?.entityRef);
    expect(detail.entityRef).toMatch(/^system:default\/cloud\.one-\w{10}$/);
  });

  it('adds to workloads what can be read now, and leaves out what cannot', async () => {
    const cloud = new FakeCloud('one');
    const view = viewOf(cloud);
    const read = () =>
      workloadViews({ cloud, component: database, health: [workload], logger });
    expect(await read()).toEqual([
      expect.objectContaining({ restarts: -1, nodes: [], ready: 0 }),
    ]);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('pods cannot be read'),
    );

    const pod = {
      namespace: 'openstack',
      phase: 'Running',
      labels: {},
      owner: statefulSet,
    };
    cloud.readPods.mockResolvedValue([
      { ...pod, name: 'm-0', node: 'n2', ready: false, restarts: 4 },
      { ...pod, name: 'm-1', node: 'n1', ready: true, restarts: 1 },
      {
        ...pod,
        name: 'other',
        node: 'n3',
        ready: false,
        restarts: 9,
        owner: { kind: 'Deployment', name: 'other' },
      },
    ]);
    cloud.readWarnings.mockResolvedValue([
      {
        reason: 'Unrelated',
        message: '',
        at: '2026-01-01T00:01:00Z',
        object: { kind: 'Pod', name: 'other' },
      },
      {
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
        at: '2026-01-01T00:00:00Z',
        object: { kind: 'Pod', name: 'm-0' },
      },
    ]);
    const workloads = await read();
    expect(workloads).toMatchObject([
      {
        restarts: 5,
        nodes: ['n2'],
        lastWarning: { reason: 'BackOff' },
        helmRelease: 'openstack-mariadb',
        chart: 'mariadb-1',
      },
    ]);
    const detail = componentDetail({
      view,
      component: database,
      since: new Map(),
      workloads,
      lastRollout: undefined,
    });
    const distant = componentDetail({
      view,
      component: component('identity'),
      since: new Map(),
      workloads: [],
      lastRollout: undefined,
    });
    expect(distant.dependencies.map(({ id }) => id)).toEqual(['database']);
    expect(detail.commands.map(one => one.command)).toEqual([
      "kubectl -n openstack get pods -l 'application=mariadb' -o wide",
      'kubectl -n openstack describe statefulsets.apps mariadb-server',
      'kubectl -n openstack get events --field-selector type=Warning --sort-by=.lastTimestamp',
    ]);
  });
});
