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

import {
  CloudConnection,
  CloudSnapshot,
  findKindDefinition,
  ProjectedObject,
  snapshotOf,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud, SnapshotChange } from '@mosk-portal/plugin-mosk-node';

/** A cloud whose snapshots a test sets. */
export interface FakeCloud extends MoskCloud {
  show(
    objects: ProjectedObject[],
    options?: {
      complete?: boolean;
      connection?: CloudConnection;
      discovered?: string[];
    },
  ): void;
  listeners(): number;
}

export function fakeCloud(name = 'lab'): FakeCloud {
  const listeners = new Set<(change: SnapshotChange) => void>();
  const unused = async () => {
    throw new Error('The catalog reads snapshots only');
  };
  let count = 0;
  let snapshot: CloudSnapshot = snapshotOf({
    cloud: name,
    objects: [],
    complete: false,
    connection: { state: 'connecting', since: '2026-03-04T10:00:00Z' },
  });
  return {
    name,
    title: 'Laboratory',
    owner: 'group:default/operators',
    links: [{ title: 'Grafana', url: 'https://grafana.example.org' }],
    snapshot: () => snapshot,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(objects, options) {
      count += 1;
      snapshot = snapshotOf({
        cloud: name,
        objects,
        revision: `revision-${count}`,
        ...options,
      });
      listeners.forEach(listener => listener({ snapshot, objects: [] }));
    },
    listeners: () => listeners.size,
    readManifest: unused,
    apply: unused,
    readPods: unused,
    readPodsOnNode: unused,
    readWarnings: unused,
  };
}

const applications: Record<string, string> = {
  identity: 'keystone',
  compute: 'nova',
  database: 'mariadb',
};

/** A deployment of OpenStack that runs these services. */
export function openStackObjects(
  services: readonly string[],
): ProjectedObject[] {
  const metadata = { name: 'osh-dev', namespace: 'openstack' };
  return [
    findKindDefinition('OpenStackDeployment')!.project({
      kind: 'OpenStackDeployment',
      metadata: { ...metadata, uid: 'osdpl' },
      spec: { public_domain_name: 'it.just.works' },
    }),
    findKindDefinition('OpenStackDeploymentStatus')!.project({
      kind: 'OpenStackDeploymentStatus',
      metadata: { ...metadata, uid: 'osdplst' },
      status: {
        osdpl: { state: 'APPLIED' },
        services: Object.fromEntries(
          services.map(key => [key, { state: 'APPLIED' }]),
        ),
      },
    }),
    ...services.map(key =>
      findKindDefinition('Deployment')!.project({
        kind: 'Deployment',
        metadata: {
          name: `${key}-api`,
          namespace: 'openstack',
          uid: `deployment-${key}`,
          labels: { application: applications[key] ?? key },
        },
        spec: { replicas: 1 },
      }),
    ),
  ];
}
