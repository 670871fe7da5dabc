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

import { coreResources, KubernetesClient } from '../kubernetes';

const namespaces = [
  'openstack',
  'osh-system',
  'openstack-ceph-shared',
  'openstack-redis',
  'openstack-external',
  'openstack-vault',
  'ceph-lcm-mirantis',
  'rook-ceph',
  'stacklight',
  'tf',
];

/** The namespaces of MOSK. Where no Ceph operator plays, the keys that it would hand to OpenStack are there already. */
export async function createNamespaces(
  client: KubernetesClient,
  { withCephKeys }: { withCephKeys: boolean },
): Promise<void> {
  const options = { fieldManager: 'mosk-sandbox', force: true };
  await Promise.all(
    namespaces.map(name =>
      client.apply(coreResources.Namespace, { metadata: { name } }, options),
    ),
  );
  if (!withCephKeys) {
    return;
  }
  await client.apply(
    coreResources.Secret,
    {
      metadata: {
        name: 'openstack-ceph-keys',
        namespace: 'openstack-ceph-shared',
      },
      type: 'Opaque',
      stringData: {
        fsid: 'b1c7ea07-7ef9-4d7f-9a6c-3b0d1f0e5a11',
        mon_endpoints: '10.12.1.10:6789;10.12.1.11:6789;10.12.1.12:6789',
        glance: 'client.glance;c2FuZGJveA==\n;images-hdd:images:hdd',
        cinder: 'client.cinder;c2FuZGJveA==\n;volumes-hdd:volumes:hdd',
        nova: 'client.nova;c2FuZGJveA==\n;vms-hdd:vms:hdd',
      },
    },
    options,
  );
}
