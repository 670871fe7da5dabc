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
  closed,
  flag,
  free,
  integer,
  listOf,
  oneOf,
  Schema,
  secret,
  switchOnly,
  text,
} from './schemaParts';

const networkTypes = ['flat', 'vlan', 'vxlan', 'geneve'];

const subnet = closed(
  {
    name: text,
    range: text,
    pool_start: text,
    pool_end: text,
    gateway: text,
  },
  'range',
  'pool_start',
  'pool_end',
  'gateway',
);

const ngsDevice = closed(
  {
    name: text,
    device_type: text,
    ip: text,
    username: secret,
    password: secret,
    ssh_private_key: secret,
    secret,
    raw: free,
  },
  'name',
  'device_type',
  'ip',
  'username',
);

/** spec.features.neutron */
export const neutronSchema: Schema = closed(
  {
    tunnel_interface: text,
    backend: oneOf('ml2', 'ml2/ovn', 'tungstenfabric'),
    dns_servers: listOf(text),
    dvr: closed({ enabled: flag }, 'enabled'),
    tenant_network_types: listOf(oneOf(...networkTypes)),
    external_networks: listOf(
      closed(
        {
          physnet: text,
          interface: text,
          bridge: text,
          network_types: listOf(oneOf('flat', 'vlan', 'vxlan', 'gre', 'local')),
          vlan_ranges: { type: ['string', 'null'] },
          mtu: { type: ['integer', 'null'] },
        },
        'physnet',
        'bridge',
        'network_types',
      ),
    ),
    floating_network: closed({
      enabled: flag,
      name: text,
      physnet: text,
      network_type: oneOf('flat', 'vlan'),
      segmentation_id: integer,
      subnet,
      router: closed({ name: text }),
    }),
    extensions: closed({
      vpnaas: switchOnly,
      dynamic_routing: switchOnly,
      portprober: switchOnly,
      trunk: switchOnly,
    }),
    baremetal: closed({
      ngs: closed({ hardware: free, devices: listOf(ngsDevice) }),
    }),
    bgpvpn: closed(
      {
        enabled: flag,
        as_number: integer,
        peers: listOf(text),
        control_interface: text,
        dataplane_interface: text,
        evpn_vxlan_port: integer,
        route_reflector: closed({
          enabled: flag,
          neighbor_subnets: listOf(text),
        }),
      },
      'enabled',
      'as_number',
    ),
    ipsec: closed({ enabled: flag }, 'enabled'),
  },
  'tunnel_interface',
);

/** spec.features.ironic */
export const ironicSchema: Schema = closed(
  {
    provisioning_interface: text,
    baremetal_network_name: text,
    networks: closed({
      baremetal: closed({
        name: text,
        bind_deployment_services: flag,
        physnet: text,
        network_type: oneOf(...networkTypes),
        segmentation_id: integer,
        mtu: integer,
        external: flag,
        shared: flag,
        subnets: listOf({
          ...subnet,
          required: ['name', 'range', 'pool_start', 'pool_end', 'gateway'],
        }),
      }),
    }),
    agent_images: closed({ base_url: text, initramfs: text, kernel: text }),
    console: closed({ serial: switchOnly }),
  },
  'provisioning_interface',
  'baremetal_network_name',
);

/** spec.features.octavia */
export const octaviaSchema: Schema = closed({
  default_provider: oneOf('amphorav2', 'ovn', 'tungstenfabric'),
  lb_network: closed(
    {
      name: text,
      subnets: listOf(
        closed(
          { range: text, pool_start: text, pool_end: text },
          'range',
          'pool_start',
          'pool_end',
        ),
      ),
    },
    'subnets',
  ),
});
