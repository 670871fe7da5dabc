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

import { anything, fields, mapOf, openFields, Shape } from '../../shape';
import { nodeNeutronShape } from './neutron';
import { nodeNovaShape } from './nova';

const chart = fields({ values: mapOf(anything) });

function charts(...names: string[]): Shape {
  return fields(Object.fromEntries(names.map(name => [name, mapOf(chart)])));
}

/** What groups of nodes, by label and value, say differently. */
export const nodesShape = mapOf(
  fields({
    features: fields({
      cinder: fields(
        {
          volume: openFields(
            { backends: mapOf(fields({ lvm: mapOf(anything) })) },
            ['backends'],
          ),
        },
        ['volume'],
      ),
      nova: nodeNovaShape,
      neutron: nodeNeutronShape,
    }),
    services: fields({
      'load-balancer': charts('octavia'),
      networking: charts('openvswitch', 'neutron'),
      metering: charts('ceilometer'),
      metric: charts('gnocchi'),
      compute: charts('nova', 'libvirt'),
    }),
  }),
  {
    matches: /.*::.*/,
    words: 'Must name a label and its value as <label>::<value>.',
  },
);
