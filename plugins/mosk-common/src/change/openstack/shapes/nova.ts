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

import { fields, flag, number, oneOf, text, wholeNumber } from '../../shape';

const enabled = fields({ enabled: flag });

const perNode = {
  allocation_ratios: fields({ cpu: number, disk: number, ram: number }),
  live_migration_interface: text,
  vcpu_type: text,
  images: fields({
    backend: oneOf('local', 'qcow2', 'ceph', 'lvm', 'raw'),
    encryption: fields({
      enabled: flag,
      cipher: text,
      key_size: wholeNumber,
    }),
    lvm: fields({ volume_group: text }),
  }),
};

export const novaShape = fields(
  {
    ...perNode,
    libvirt: fields({ tls: enabled }),
    console: fields({
      spice: enabled,
      novnc: fields({ enabled: flag, tls: enabled }),
    }),
  },
  ['live_migration_interface'],
);

/** What a group of nodes may say differently about compute. */
export const nodeNovaShape = fields(perNode);
