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

import { RawObject } from './types';
import { deployment } from './Deployment';
import { node } from './Node';
import { openStackDeployment } from './OpenStackDeployment';
import { openStackDeploymentStatus } from './OpenStackDeploymentStatus';
import { isWorkloadReady } from './isWorkloadReady';
import { daemonSet } from './DaemonSet';

const spec = { openstack_version: 'caracal', size: 'tiny', list: [1, 2] };
const raw: RawObject = {
  kind: 'OpenStackDeployment',
  metadata: {
    name: 'cloud',
    namespace: 'openstack',
    uid: 'u1',
    resourceVersion: '7',
    generation: 2,
    annotations: {
      'mosk-portal.io/requested-by': 'user:default/ada',
      'mosk-portal.io/task': 'task-1',
      'kopf.zalando.org/last-handled-configuration': JSON.stringify({
        spec: { size: 'tiny', openstack_version: 'caracal', list: [1, 2] },
      }),
    },
    managedFields: [
      {
        manager: 'kubectl-edit',
        time: '2026-05-01T09:00:00Z',
        fieldsV1: { 'f:spec': {} },
      },
      {
        manager: 'mosk-portal',
        time: '2026-05-01T10:00:00Z',
        fieldsV1: { 'f:spec': {} },
      },
      {
        manager: 'rockoon',
        time: '2026-05-01T11:00:00Z',
        fieldsV1: { 'f:metadata': {} },
      },
      {
        manager: 'rockoon',
        subresource: 'status',
        time: '2026-05-01T12:00:00Z',
        fieldsV1: { 'f:spec': {} },
      },
    ],
  },
  spec,
  status: { version: '1.1.4', handle: { lastStatus: 'updated' } },
};

describe('projection of an OpenStackDeployment', () => {
  it('tells who changed the spec last, and leaves the annotations behind', () => {
    const projected = openStackDeployment.project(raw);
    expect(projected.author).toEqual({
      manager: 'mosk-portal',
      at: '2026-05-01T10:00:00Z',
      user: 'user:default/ada',
      task: 'task-1',
      template: undefined,
    });
    expect(projected.handling).toEqual({
      handledSpec: 'same',
      handledVersion: 'caracal',
    });
    expect(projected.status).toMatchObject({
      version: '1.1.4',
      handleStatus: 'updated',
    });
    expect(JSON.stringify(projected)).not.toContain('kopf');
  });

  it('names nobody of ours when somebody else may have written last', () => {
    for (const time of ['2026-05-01T10:00:00Z', '2026-05-01T10:00:01Z']) {
      const changed = structuredClone(raw);
      changed.metadata.managedFields![0].time = time;
      const { author } = openStackDeployment.project(changed);
      expect(author).toEqual({ manager: 'kubectl-edit', at: time });
    }
  });

  it('compares what was handled with the whole spec, hidden values included', () => {
    const changed = structuredClone(raw);
    changed.spec = { ...spec, list: [2, 1] };
    expect(openStackDeployment.project(changed).handling.handledSpec).toBe(
      'different',
    );
    changed.metadata.annotations![
      'kopf.zalando.org/last-handled-configuration'
    ] = 'no JSON';
    expect(openStackDeployment.project(changed).handling.handledSpec).toBe(
      'unknown',
    );
  });
});

describe('other projections', () => {
  it('survive whatever an operator may write', () => {
    const metadata = { name: 'x', uid: 'x' };
    const strange: any[] = [
      { metadata },
      { metadata, status: 'text', spec: 3 },
      { metadata, status: { osdpl: [], services: { a: null, b: 'x' } } },
    ];
    for (const object of strange) {
      const status = openStackDeploymentStatus.project(object);
      expect(status.state).toBeUndefined();
      expect(deployment.project(object)).toMatchObject({ ready: 0 });
      expect(openStackDeployment.project(object).draft).toBe(false);
    }
  });

  it('read times, counts and health of a status', () => {
    const status = openStackDeploymentStatus.project({
      metadata: { name: 'x' },
      status: {
        osdpl: {
          state: 'APPLYING',
          timestamp: '2026-03-04 10:15:30.123456',
          lcm_progress: '9/19',
          health: 'broken',
          changes: 'Planted',
          cause: 'token=Planted',
        },
        health: { nova: { rabbitmq: { status: 'Unhealthy', generation: 3 } } },
      },
    });
    expect(status).toMatchObject({
      timestamp: '2026-03-04T10:15:30.123456Z',
      lcmProgress: { done: 9, total: 19 },
      health: undefined,
      applications: { nova: { rabbitmq: { ready: false, generation: 3 } } },
    });
    expect(JSON.stringify(status)).not.toContain('Planted');
  });

  it('tell nodes in maintenance from sick ones', () => {
    const project = (taints: any[]) =>
      node.project({
        metadata: {
          name: 'n',
          labels: { 'node-role.kubernetes.io/worker': '', noise: 'x' },
        },
        spec: { unschedulable: true, taints },
        status: { nodeInfo: { kubeletVersion: 'v1.31.1' } },
      });
    expect(project([{ key: 'node.kubernetes.io/not-ready' }])).toMatchObject({
      maintenance: undefined,
      unschedulable: true,
      roles: ['worker'],
      kubeletVersion: 'v1.31.1',
    });
    expect(project([{ key: 'lcm.mirantis.com/maintenance' }]).maintenance).toBe(
      'lcm.mirantis.com/maintenance',
    );
  });

  it('call a workload ready only when what runs is what is wanted', () => {
    const status = (more: object) =>
      daemonSet.project({
        metadata: { name: 'd', generation: 2 },
        spec: { updateStrategy: { type: 'RollingUpdate' } },
        status: {
          observedGeneration: 2,
          desiredNumberScheduled: 3,
          numberReady: 3,
          updatedNumberScheduled: 3,
          ...more,
        },
      });
    expect(isWorkloadReady(status({}))).toBe(true);
    expect(isWorkloadReady(status({ observedGeneration: 1 }))).toBe(false);
    expect(isWorkloadReady(status({ updatedNumberScheduled: 2 }))).toBe(false);
    expect(isWorkloadReady(status({ numberReady: 2 }))).toBe(false);
  });
});
