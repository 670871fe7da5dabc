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
  openStackReleases,
  selectableOpenStackServices,
} from '../../openstack';
import {
  anything,
  fields,
  flag,
  listOf,
  mapOf,
  number,
  oneOf,
  openFields,
  Shape,
  text,
  wholeNumber,
} from '../shape';
import { neutronShape } from './shapes/neutron';
import { databaseShape } from './shapes/database';
import { keystoneShape } from './shapes/keystone';
import { novaShape } from './shapes/nova';
import { nodesShape } from './shapes/nodes';
import { barbicanShape, sslShape, stacklightShape } from './shapes/secrets';
import { cinderShape, glanceShape, manilaShape } from './shapes/storage';
import { horizonShape } from './shapes/horizon';
import { ironicShape } from './shapes/ironic';

const enabled = fields({ enabled: flag });
const policyServices = [
  'aodh',
  'barbican',
  'cinder',
  'designate',
  'glance',
  'gnocchi',
  'heat',
  'ironic',
  'keystone',
  'manila',
  'masakari',
  'neutron',
  'nova',
  'octavia',
  'panko',
  'placement',
];
const loggingServices = [
  'aetos',
  'aodh',
  'barbican',
  'cadf',
  'ceilometer',
  'cinder',
  'designate',
  'glance',
  'gnocchi',
  'heat',
  'ironic',
  'keystone',
  'manila',
  'masakari',
  'neutron',
  'nova',
  'octavia',
  'panko',
  'placement',
];
const logging = fields({
  level: oneOf('DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'),
});

function each(keys: readonly string[], shape: Shape): Record<string, Shape> {
  return Object.fromEntries(keys.map(key => [key, shape]));
}

const octaviaShape = fields({
  default_provider: oneOf('amphorav2', 'ovn', 'tungstenfabric'),
  lb_network: fields(
    {
      name: text,
      subnets: listOf(
        openFields({ range: text, pool_start: text, pool_end: text }, [
          'range',
          'pool_start',
          'pool_end',
        ]),
      ),
    },
    ['subnets'],
  ),
});

const messagingShape = fields({
  components_with_dedicated_messaging: listOf(oneOf('compute', 'networking')),
  notifications: fields({
    external: fields({ enabled: flag, topics: listOf(text) }),
  }),
});

const masakariShape = fields({
  monitors: fields({
    introspective: fields({
      enabled: flag,
      guest_monitoring_interval: wholeNumber,
      guest_monitoring_timeout: wholeNumber,
      guest_monitoring_failure_threshold: wholeNumber,
    }),
  }),
});

const featuresShape = fields(
  {
    services: listOf(oneOf(...selectableOpenStackServices)),
    ssl: sslShape,
    neutron: neutronShape,
    nova: novaShape,
    glance: glanceShape,
    cinder: cinderShape,
    manila: manilaShape,
    keystone: keystoneShape,
    octavia: octaviaShape,
    barbican: barbicanShape,
    database: databaseShape,
    messaging: messagingShape,
    ironic: ironicShape,
    horizon: horizonShape,
    masakari: masakariShape,
    stacklight: stacklightShape,
    network_policies: enabled,
    policies: fields({
      strict_admin: enabled,
      ...each(policyServices, mapOf(anything)),
    }),
    telemetry: fields({ mode: oneOf('autoscaling') }, ['mode']),
    designate: fields(
      {
        backend: fields(
          {
            type: text,
            protocol: oneOf('udp', 'tcp', 'tcp+udp'),
            external_ip: text,
          },
          ['type', 'protocol'],
        ),
      },
      ['backend'],
    ),
    cloudprober: fields({ discovery: fields({ interval: number }) }),
    logging: fields(each(loggingServices, logging)),
  },
  ['neutron', 'nova'],
);

const readiness = fields({ timeout: wholeNumber, delay: wholeNumber });
const chartGroup = fields({
  repo: text,
  releases: fields({ version: text }),
  values: mapOf(anything),
});

/** What `spec` of an OpenStackDeployment may hold, as the OpenStack Operator understands it. */
export const openStackSpecShape = fields(
  {
    draft: flag,
    openstack_version: oneOf(
      ...openStackReleases
        .filter(release => release.accepted)
        .map(release => release.name),
    ),
    preset: oneOf('core', 'compute', 'compute-tf'),
    size: oneOf('single', 'tiny', 'small', 'medium'),
    public_domain_name: text,
    internal_domain_name: text,
    region_name: text,
    local_volume_storage_class: text,
    persistent_volume_storage_class: text,
    artifacts: fields({ images_base_url: text, binary_base_url: text }),
    common: fields({
      charts: openFields({
        repositories: listOf(
          openFields({ name: text, url: text }, ['name', 'url']),
        ),
        values: mapOf(anything),
      }),
      infra: chartGroup,
      openstack: chartGroup,
    }),
    services: mapOf(anything),
    nodes: nodesShape,
    migration: mapOf(anything),
    timeouts: fields({
      application_readiness: fields({ nova: readiness, neutron: readiness }),
    }),
    features: featuresShape,
  },
  [
    'openstack_version',
    'preset',
    'size',
    'public_domain_name',
    // Not required by the operator's schema, but its rules fail with an unreadable message without it.
    'features',
  ],
);
