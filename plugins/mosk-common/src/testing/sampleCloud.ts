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

import { JsonObject } from '@backstage/types';
import { findKindDefinition } from '../kinds/registry';
import { ProjectedObject, RawObject } from '../kinds/types';

/** An object as the inventory keeps it, from what the API server sends. */
export function projected(raw: RawObject): ProjectedObject {
  return findKindDefinition(raw.kind!)!.project(raw);
}

/** A workload as OpenStack-Helm installs it. */
export function sampleWorkload(options: {
  kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  release?: string;
  wanted?: number;
  ready?: number;
  updated?: number;
  generation?: number;
  conditions?: JsonObject[];
}): ProjectedObject {
  const {
    kind = 'Deployment',
    name,
    namespace = 'openstack',
    labels = {},
    release,
    wanted = 3,
    ready = wanted,
    updated = wanted,
    generation = 1,
    conditions = [],
  } = options;
  const daemons = {
    desiredNumberScheduled: wanted,
    numberReady: ready,
    updatedNumberScheduled: updated,
  };
  const replicas = { readyReplicas: ready, updatedReplicas: updated };
  return projected({
    kind,
    metadata: {
      name,
      namespace,
      uid: `${kind}/${namespace}/${name}`,
      generation,
      labels: release ? { release_group: release, ...labels } : labels,
      annotations: release
        ? {
            'meta.helm.sh/release-name': release,
            'meta.helm.sh/release-namespace': namespace,
          }
        : {},
    },
    spec: { replicas: wanted },
    status: {
      observedGeneration: 1,
      conditions,
      ...(kind === 'DaemonSet' ? daemons : replicas),
    },
  });
}

export function sampleNode(name: string, ready = true): ProjectedObject {
  return projected({
    kind: 'Node',
    metadata: { name, uid: `node-${name}` },
    status: {
      nodeInfo: { kubeletVersion: 'v1.34.4' },
      conditions: [
        {
          type: 'Ready',
          status: ready ? 'True' : 'Unknown',
          reason: ready ? 'KubeletReady' : 'NodeStatusUnknown',
          message: ready ? 'ready' : 'Kubelet stopped posting node status.',
        },
      ],
    },
  });
}

export const sampleSpec = {
  openstack_version: 'epoxy',
  preset: 'compute',
  size: 'tiny',
  public_domain_name: 'it.just.works',
};

export function sampleDeployment(
  options: { handled?: JsonObject; spec?: JsonObject } = {},
): ProjectedObject {
  const { spec = sampleSpec, handled = spec } = options;
  return projected({
    kind: 'OpenStackDeployment',
    metadata: {
      name: 'osh-dev',
      namespace: 'openstack',
      uid: 'osdpl',
      generation: 1,
      annotations: {
        'kopf.zalando.org/last-handled-configuration': JSON.stringify({
          spec: handled,
        }),
      },
    },
    spec,
    status: { version: '1.1.4' },
  });
}

export function sampleStatus(
  options: {
    state?: string;
    cause?: string;
    services?: Record<string, string>;
    health?: JsonObject;
  } = {},
): ProjectedObject {
  const row = (state: string) => ({
    state,
    openstack_version: 'epoxy',
    controller_version: '1.1.4',
    fingerprint: 'f1',
    timestamp: '2026-03-04 10:15:30.123456',
  });
  const {
    state = 'APPLIED',
    cause = 'update',
    services = { identity: 'APPLIED', compute: 'APPLIED', database: 'APPLIED' },
    health = {},
  } = options;
  return projected({
    kind: 'OpenStackDeploymentStatus',
    metadata: { name: 'osh-dev', namespace: 'openstack', uid: 'osdplst' },
    status: {
      osdpl: {
        state,
        cause,
        openstack_version: 'epoxy',
        controller_version: '1.1.4',
        fingerprint: 'f1',
        timestamp: '2026-03-04 10:15:30.123456',
        lcm_progress: '1/3',
      },
      services: Object.fromEntries(
        Object.entries(services).map(([key, value]) => [key, row(value)]),
      ),
      health,
    },
  } as RawObject);
}

/** Workloads of a small cloud that is well. */
export const sampleWorkloads = {
  rockoon: sampleWorkload({
    name: 'rockoon',
    namespace: 'osh-system',
    labels: { 'app.kubernetes.io/name': 'rockoon' },
    wanted: 1,
  }),
  admission: sampleWorkload({
    name: 'rockoon-admission',
    namespace: 'osh-system',
    labels: { 'app.kubernetes.io/name': 'rockoon-admission' },
    wanted: 1,
  }),
  mariadb: sampleWorkload({
    kind: 'StatefulSet',
    name: 'mariadb-server',
    labels: { application: 'mariadb', component: 'server' },
    release: 'openstack-mariadb',
  }),
  keystone: sampleWorkload({
    name: 'keystone-api',
    labels: { application: 'keystone', component: 'api' },
    release: 'openstack-keystone',
  }),
  nova: sampleWorkload({
    name: 'nova-api-osapi',
    labels: { application: 'nova', component: 'os-api' },
    release: 'openstack-nova',
  }),
  novaCompute: sampleWorkload({
    kind: 'DaemonSet',
    name: 'nova-compute-default',
    labels: { application: 'nova', component: 'compute' },
    release: 'openstack-nova',
    wanted: 2,
  }),
};
