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

import { featuresSchema } from './featuresSchema';
import {
  closed,
  flag,
  free,
  integer,
  listOf,
  oneOf,
  open,
  Schema,
  text,
} from './schemaParts';

const chartGroup = closed({
  repo: text,
  releases: closed({ version: text }),
  values: free,
});
const readiness = closed({ timeout: integer, delay: integer });

/** spec.nodes: keys name a node label and its value. */
export const nodesSchema: Schema = {
  type: 'object',
  patternProperties: {
    '.*::.*': closed({ features: free, services: free }),
  },
  additionalProperties: false,
};

/** spec of an OpenStackDeployment. */
export const specSchema: Schema = closed(
  {
    draft: flag,
    artifacts: closed({ images_base_url: text, binary_base_url: text }),
    region_name: text,
    openstack_version: oneOf(
      'queens',
      'rocky',
      'stein',
      'train',
      'ussuri',
      'victoria',
      'wallaby',
      'xena',
      'yoga',
      'antelope',
      'caracal',
      'epoxy',
      'gazpacho',
      'master',
    ),
    preset: oneOf('core', 'compute', 'compute-tf'),
    size: oneOf('single', 'tiny', 'small', 'medium'),
    public_domain_name: text,
    internal_domain_name: text,
    local_volume_storage_class: text,
    persistent_volume_storage_class: text,
    common: closed({
      charts: open({
        releases: open({ values: free }),
        repositories: listOf(open({ name: text, url: text }, 'name', 'url')),
        values: free,
      }),
      infra: chartGroup,
      openstack: chartGroup,
    }),
    nodes: free,
    features: featuresSchema,
    migration: free,
    services: free,
    timeouts: closed({
      application_readiness: closed({ nova: readiness, neutron: readiness }),
    }),
  },
  'openstack_version',
  'preset',
  'size',
  'public_domain_name',
);
