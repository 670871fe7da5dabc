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
  anything,
  fields,
  flag,
  listOf,
  mapOf,
  oneOf,
  openFields,
  secret,
  text,
  wholeNumber,
} from '../../shape';

const enabled = fields({ enabled: flag });

const switchFields = {
  device_type: text,
  ip: text,
  username: secret,
  password: secret,
  ssh_private_key: secret,
  secret,
  raw: mapOf(anything),
};

/** Switches that Neutron configures for bare metal nodes. */
const switches = fields({
  hardware: mapOf(fields(switchFields, ['device_type', 'ip'])),
  devices: listOf(
    fields({ name: text, ...switchFields }, [
      'name',
      'device_type',
      'ip',
      'username',
    ]),
  ),
});

export const neutronShape = fields(
  {
    tunnel_interface: text,
    backend: oneOf('ml2', 'ml2/ovn', 'tungstenfabric'),
    dns_servers: listOf(text),
    dvr: fields({ enabled: flag }, ['enabled']),
    tenant_network_types: listOf(oneOf('flat', 'vlan', 'vxlan', 'geneve')),
    external_networks: listOf(
      fields(
        {
          physnet: text,
          interface: text,
          bridge: text,
          network_types: listOf(oneOf('flat', 'vlan', 'vxlan', 'gre', 'local')),
          vlan_ranges: anything,
          mtu: anything,
        },
        ['physnet', 'bridge', 'network_types'],
      ),
    ),
    floating_network: fields({
      enabled: flag,
      name: text,
      physnet: text,
      network_type: oneOf('flat', 'vlan'),
      segmentation_id: wholeNumber,
      subnet: fields(
        {
          name: text,
          range: text,
          pool_start: text,
          pool_end: text,
          gateway: text,
        },
        ['range', 'pool_start', 'pool_end', 'gateway'],
      ),
      router: fields({ name: text }),
    }),
    extensions: fields({
      vpnaas: enabled,
      dynamic_routing: enabled,
      portprober: enabled,
      trunk: enabled,
    }),
    baremetal: fields({ ngs: switches }),
    bgpvpn: fields(
      {
        enabled: flag,
        as_number: wholeNumber,
        control_interface: text,
        dataplane_interface: text,
        peers: listOf(text),
        evpn_vxlan_port: wholeNumber,
        route_reflector: fields({
          enabled: flag,
          neighbor_subnets: listOf(text),
        }),
      },
      ['enabled', 'as_number'],
    ),
    ipsec: fields({ enabled: flag }, ['enabled']),
  },
  ['tunnel_interface'],
);

const driverFields = openFields({ enabled: flag }, ['enabled']);

/** What a group of nodes may say differently about networking. */
export const nodeNeutronShape = fields({
  tunnel_interface: text,
  sriov: driverFields,
  dpdk: openFields({ enabled: flag, driver: text }, ['enabled', 'driver']),
  bgpvpn: fields({ enabled: flag }, ['enabled']),
});
