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

import { ProjectedObject } from '../kinds/types';
import { snapshotOf } from '../snapshot/snapshotOf';
import {
  sampleDeployment,
  sampleNode,
  sampleSpec,
  sampleStatus,
  sampleWorkload,
  sampleWorkloads,
} from '../testing/sampleCloud';
import { readTopology } from '../topology/readTopology';
import { readHealth } from './readHealth';

const well = {
  node1: sampleNode('node-1'),
  node2: sampleNode('node-2'),
  deployment: sampleDeployment(),
  status: sampleStatus(),
  ...sampleWorkloads,
};

function read(
  changed: Partial<Record<keyof typeof well, ProjectedObject>>,
  options: Partial<Parameters<typeof snapshotOf>[0]> = {},
  rollouts?: NonNullable<Parameters<typeof readHealth>[2]>['rollouts'],
) {
  const snapshot = snapshotOf({
    cloud: 'lab',
    objects: Object.values({ ...well, ...changed }),
    ...options,
  });
  const health = readHealth(snapshot, readTopology(snapshot), { rollouts });
  return {
    state: health.state,
    states: Object.fromEntries(
      health.components.map(each => [each.componentId, each.state]),
    ),
    get: (id: string) =>
      health.components.find(({ componentId }) => componentId === id)!,
  };
}

const brokenDatabase = sampleWorkload({
  kind: 'StatefulSet',
  name: 'mariadb-server',
  labels: { application: 'mariadb' },
  release: 'openstack-mariadb',
  ready: 0,
});
const brokenNova = sampleWorkload({
  name: 'nova-api-osapi',
  labels: { application: 'nova' },
  release: 'openstack-nova',
  ready: 1,
});

describe('readHealth', () => {
  it('is well when all is', () => {
    const { state, states, get } = read({});
    expect(state).toBe('healthy');
    expect(new Set(Object.values(states))).toEqual(new Set(['healthy']));
    expect(get('openstack-service/compute')).toMatchObject({
      reasons: [],
      causedBy: [],
      workloads: [
        { object: { name: 'nova-api-osapi' }, ready: 3, wanted: 3 },
        { object: { name: 'nova-compute-default' }, ready: 2, wanted: 2 },
      ],
    });
  });

  it('names the root cause before what follows from it', () => {
    const { state, states, get } = read({
      mariadb: brokenDatabase,
      nova: brokenNova,
      keystone: sampleWorkload({
        name: 'keystone-api',
        labels: { application: 'keystone' },
        release: 'openstack-keystone',
        ready: 2,
      }),
    });
    expect(state).toBe('failed');
    expect(states).toMatchObject({
      'openstack-service/database': 'failed',
      'openstack-service/compute': 'degraded',
      'openstack-api/compute': 'degraded',
      'openstack-deployment/osh-dev': 'failed',
      'operator/openstack': 'healthy',
    });
    expect(get('openstack-service/database').reasons).toMatchObject([
      {
        code: 'WorkloadNotReady',
        message: 'StatefulSet openstack/mariadb-server has 0 of 3 pods ready',
      },
    ]);
    expect(get('openstack-service/compute').causedBy).toEqual([
      'openstack-service/database',
      'openstack-service/identity',
    ]);
    expect(get('cloud').causedBy[0]).toBe('openstack-service/database');
    expect(get('openstack-deployment/osh-dev').reasons[0].message).toMatch(
      /is (failed|degraded): (StatefulSet|Deployment) openstack\//,
    );
  });

  it('takes what is not ready for on its way only while a rollout moves', () => {
    const object = {
      kind: 'OpenStackDeployment',
      namespace: 'openstack',
      name: 'osh-dev',
    };
    const during = (state: 'running' | 'stalled') =>
      read({ nova: brokenNova }, {}, [{ object, state }]).state;
    expect(during('running')).toBe('progressing');
    expect(during('stalled')).toBe('degraded');

    const updating = { ready: 2, updated: 1 };
    const nova = { name: 'nova-api-osapi', labels: { application: 'nova' } };
    expect(read({ nova: sampleWorkload({ ...nova, ...updating }) }).state).toBe(
      'progressing',
    );
    const stuck = read({
      nova: sampleWorkload({
        ...nova,
        ...updating,
        conditions: [
          {
            type: 'Progressing',
            status: 'False',
            reason: 'ProgressDeadlineExceeded',
            message: 'ReplicaSet has timed out progressing.',
          },
        ],
      }),
    });
    expect(stuck.get('openstack-service/compute')).toMatchObject({
      state: 'degraded',
      reasons: [{ message: expect.stringMatching(/its rollout is stuck: /) }],
    });
  });

  it.each([
    {
      name: 'being applied',
      changed: {
        deployment: sampleDeployment({ handled: { size: 'small' } }),
        status: sampleStatus({ state: 'APPLYING' }),
      },
      state: 'progressing',
      reason: /applies OpenStackDeployment openstack\/osh-dev: 1 of 3 services/,
    },
    {
      name: 'applied, but for an older spec',
      changed: {
        deployment: sampleDeployment({ handled: { size: 'small' } }),
      },
      state: 'progressing',
      reason: /has not yet taken up the present spec/,
    },
    {
      name: 'a draft over an applied spec',
      changed: {
        deployment: sampleDeployment({ spec: { ...sampleSpec, draft: true } }),
      },
      state: 'unknown',
      reason: /is a draft/,
    },
    {
      name: 'failed',
      changed: {
        status: sampleStatus({
          state: 'FAILED',
          cause: 'Failed running some tasks.',
        }),
      },
      state: 'failed',
      reason: /gave up on .*: Failed running some tasks\./,
    },
  ])('judges a deployment that is $name', ({ changed, state, reason }) => {
    const health = read(changed);
    expect(health.state).toBe(state);
    expect(
      health.get('openstack-deployment/osh-dev').reasons[0].message,
    ).toMatch(reason);
  });

  it('is never green on a service that shows nothing to judge by', () => {
    const services = {
      identity: 'APPLIED',
      image: 'APPLIED',
      'object-storage': 'APPLIED',
    };
    const { states, get } = read({
      status: sampleStatus({
        services,
        health: { glance: { api: { status: 'Unhealthy' } } },
      }),
    });
    expect(states['openstack-service/object-storage']).toBe('healthy');
    expect(get('openstack-service/image').reasons[0].message).toBe(
      'The operator reports glance/api as unhealthy',
    );
    const silent = read({ status: sampleStatus({ services }) });
    expect(silent.states['openstack-service/image']).toBe('unknown');
    expect(silent.state).toBe('unknown');
  });

  it('blames the nodes for pods that miss them', () => {
    const { get } = read({
      node2: sampleNode('node-2', false),
      novaCompute: sampleWorkload({
        kind: 'DaemonSet',
        name: 'nova-compute-default',
        labels: { application: 'nova' },
        wanted: 2,
        ready: 1,
      }),
    });
    expect(get('kubernetes-cluster')).toMatchObject({
      state: 'degraded',
      reasons: [
        {
          message:
            'Node node-2 is not ready: Kubelet stopped posting node status.',
        },
      ],
    });
    expect(get('openstack-service/compute')).toMatchObject({
      state: 'degraded',
      causedBy: ['kubernetes-cluster'],
    });
  });

  it('shows nothing as green that it cannot see now', () => {
    const away = read(
      { nova: brokenNova },
      {
        connection: {
          state: 'stale',
          since: '2026-03-04T10:00:00Z',
          lastContactAt: '2026-03-04T09:59:00Z',
          error: 'connect ECONNREFUSED',
        },
      },
    );
    expect(Object.values(away.states)).not.toContain('healthy');
    expect(away.states).toMatchObject({
      'openstack-service/compute': 'degraded',
      'openstack-service/identity': 'unknown',
      'kubernetes-cluster': 'unknown',
    });
    expect(away.get('openstack-service/identity').reasons[0].message).toBe(
      'The API server of lab is out of reach: connect ECONNREFUSED. ' +
        'It looked well, but that is how it was last seen',
    );

    const never = read(
      {},
      {
        objects: [],
        complete: false,
        connection: {
          state: 'unauthorized',
          since: '2026-03-04T10:00:00Z',
          error: 'Unauthorized',
        },
      },
    );
    expect(never.state).toBe('unknown');
    expect(never.get('cloud').reasons[0].message).toMatch(/refuses the token/);

    const partial = read(
      {},
      { missing: [{ kind: 'DaemonSet', reason: 'forbidden' }] },
    );
    expect(partial.states['openstack-service/compute']).toBe('unknown');
    expect(partial.states['kubernetes-cluster']).toBe('healthy');
    expect(partial.state).toBe('unknown');
  });
});
