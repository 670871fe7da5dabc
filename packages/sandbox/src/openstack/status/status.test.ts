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

import { healthCount, healthMap } from './healthMap';
import { healthKey } from './identity';
import { lcmProgress } from './lcmProgress';
import { timestamp } from './timestamp';

const workload = (
  kind: string,
  name: string,
  labels: Record<string, string> = {},
  rest: object = {},
) => ({ kind, metadata: { name, labels, generation: 1 }, ...rest });

describe('healthKey', () => {
  it.each([
    ['Deployment', 'nova-api-osapi', 'nova', 'os-api', 'nova.api-osapi'],
    [
      'DaemonSet',
      'libvirt-libvirt-default',
      'libvirt',
      'libvirt',
      'libvirt.libvirt-default',
    ],
    ['Deployment', 'horizon', 'horizon', 'server', 'horizon.horizon'],
    [
      'StatefulSet',
      'openstack-nova-rabbitmq-rabbitmq',
      'rabbitmq',
      'server',
      'nova.rabbitmq',
    ],
    [
      'StatefulSet',
      'openstack-rabbitmq-rabbitmq',
      'rabbitmq',
      'server',
      'rabbitmq.server',
    ],
  ])('%s %s of %s/%s is %s', (kind, name, application, component, key) => {
    const found = healthKey(workload(kind, name, { application, component }));
    expect(`${found.application}.${found.component}`).toBe(key);
  });

  it('takes the name where the label is missing', () => {
    expect(healthKey(workload('Deployment', 'lonely')).application).toBe(
      'lonely',
    );
  });
});

describe('healthMap', () => {
  it('counts applications whose workloads are all ready', () => {
    const ready = {
      spec: { replicas: 2 },
      status: { observedGeneration: 1, updatedReplicas: 2, readyReplicas: 2 },
    };
    const half = {
      spec: { replicas: 2 },
      status: { observedGeneration: 1, updatedReplicas: 2, readyReplicas: 1 },
    };
    const onDelete = {
      spec: { updateStrategy: { type: 'OnDelete' } },
      status: {
        observedGeneration: 1,
        desiredNumberScheduled: 3,
        updatedNumberScheduled: 1,
        numberReady: 3,
      },
    };
    const map = healthMap([
      workload('Deployment', 'nova-a', { application: 'nova' }, ready),
      workload('Deployment', 'nova-b', { application: 'nova' }, half),
      workload('DaemonSet', 'libvirt-x', { application: 'libvirt' }, onDelete),
    ] as any);
    expect(map).toEqual({
      nova: {
        a: { status: 'Ready', generation: 1 },
        b: { status: 'Unhealthy', generation: 1 },
      },
      libvirt: { x: { status: 'Ready', generation: 1 } },
    });
    expect(healthCount(map)).toBe('1/2');
  });
});

describe('lcmProgress', () => {
  it('counts rows of this run only', () => {
    const run = { fingerprint: 'f', controller_version: '1' };
    expect(
      lcmProgress(run, {
        done: { state: 'APPLIED', ...run },
        busy: { state: 'APPLYING', ...run },
        old: { state: 'APPLIED', ...run, fingerprint: 'e' },
        waiting: { state: 'WAITING', ...run, controller_version: '0' },
      }),
    ).toBe('1/4');
    expect(lcmProgress(run, {})).toBe('0/0');
  });
});

describe('timestamp', () => {
  it('is written as Python does and never twice the same', () => {
    const now = new Date('2100-03-04T10:15:30.123Z');
    expect(timestamp(now)).toBe('2100-03-04 10:15:30.123000');
    expect(timestamp(now)).toBe('2100-03-04 10:15:30.123001');
  });
});
