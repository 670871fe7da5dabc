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
  text,
  wholeNumber,
} from '../../shape';

export const ironicShape = fields(
  {
    provisioning_interface: text,
    baremetal_network_name: text,
    networks: fields({
      baremetal: fields({
        name: text,
        bind_deployment_services: flag,
        physnet: text,
        network_type: oneOf('flat', 'vlan', 'vxlan', 'geneve'),
        segmentation_id: wholeNumber,
        mtu: wholeNumber,
        external: flag,
        shared: flag,
        subnets: listOf(mapOf(anything)),
      }),
    }),
    agent_images: fields({ base_url: text, initramfs: text, kernel: text }),
    console: fields({ serial: fields({ enabled: flag }) }),
  },
  ['provisioning_interface', 'baremetal_network_name'],
);
