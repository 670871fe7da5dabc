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

import { KubernetesObject } from '../simulation/context';

/** A deployment as an operator might have written it months ago. */
export function runningCloud(name: string): KubernetesObject {
  const hidden = (key: string) => ({
    value_from: { secret_key_ref: { name: `${name}-hidden`, key } },
  });
  return {
    metadata: { name, namespace: 'openstack' },
    spec: {
      openstack_version: 'caracal',
      preset: 'compute',
      size: 'tiny',
      region_name: 'RegionOne',
      public_domain_name: `${name}.example.org`,
      internal_domain_name: 'cluster.local',
      local_volume_storage_class: 'openstack-operator-bind-mounts',
      persistent_volume_storage_class: 'kubernetes-ssd',
      features: {
        services: ['instance-ha'],
        ssl: {
          public_endpoints: {
            ca_cert: hidden('ca_cert'),
            api_cert: hidden('api_cert'),
            api_key: hidden('api_key'),
          },
        },
        neutron: {
          backend: 'ml2',
          tunnel_interface: 'bond0.31',
          external_networks: [
            {
              physnet: 'physnet1',
              interface: 'bond1',
              bridge: 'br-ex',
              network_types: ['flat'],
            },
          ],
          floating_network: {
            enabled: true,
            physnet: 'physnet1',
            subnet: {
              range: '203.0.113.0/24',
              pool_start: '203.0.113.20',
              pool_end: '203.0.113.200',
              gateway: '203.0.113.1',
            },
          },
        },
        nova: {
          live_migration_interface: 'bond0.32',
          images: { backend: 'ceph' },
        },
      },
    },
  };
}
