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

import { services } from '../catalogue/services';
import { barbicanSchema, keystoneSchema, sslSchema } from './identitySchema';
import { ironicSchema, neutronSchema, octaviaSchema } from './networkSchema';
import {
  closed,
  flag,
  free,
  integer,
  listOf,
  mapOf,
  number,
  oneOf,
  Schema,
  secret,
  switchOnly,
  text,
} from './schemaParts';
import {
  cinderSchema,
  databaseSchema,
  glanceSchema,
  manilaSchema,
} from './storageSchema';

/** Services that come with a preset only. */
const presetOnly = ['app-gateway', 'descheduler'];
const selectable = [...services.keys()].filter(
  name => !presetOnly.includes(name),
);

const novaSchema = closed(
  {
    live_migration_interface: text,
    vcpu_type: text,
    allocation_ratios: closed({ cpu: number, disk: number, ram: number }),
    libvirt: closed({ tls: switchOnly }),
    console: closed({
      spice: switchOnly,
      novnc: closed({ enabled: flag, tls: switchOnly }),
    }),
    images: closed({
      backend: oneOf('local', 'qcow2', 'ceph', 'lvm', 'raw'),
      encryption: closed({ enabled: flag, cipher: text, key_size: integer }),
      lvm: closed({ volume_group: text }),
    }),
  },
  'live_migration_interface',
);

const horizonSchema = closed({
  default_theme: text,
  themes: listOf(
    closed(
      {
        name: text,
        url: text,
        sha256summ: text,
        description: text,
        enabled: flag,
      },
      'name',
    ),
  ),
  motd: mapOf(
    closed(
      {
        level: oneOf('success', 'info', 'warning', 'error'),
        message: text,
        beforeLogin: flag,
        afterLogin: flag,
      },
      'level',
      'message',
    ),
  ),
});

const logged = [
  'aetos',
  'aodh',
  'barbican',
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
const level = closed({
  level: oneOf('DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'),
});
const loggingSchema = closed({
  cadf: closed(
    { enabled: flag, driver: oneOf('messagingv2', 'log') },
    'enabled',
  ),
  ...Object.fromEntries(logged.map(name => [name, level])),
});

const policyProjects = [
  'aodh',
  'barbican',
  'cinder',
  'designate',
  'glance',
  'gnocchi',
  'heat',
  'ironic',
  'keystone',
  'masakari',
  'manila',
  'neutron',
  'nova',
  'octavia',
  'panko',
  'placement',
];

/** spec.features */
export const featuresSchema: Schema = closed(
  {
    services: listOf(oneOf(...selectable)),
    neutron: neutronSchema,
    nova: novaSchema,
    glance: glanceSchema,
    cinder: cinderSchema,
    manila: manilaSchema,
    database: databaseSchema,
    keystone: keystoneSchema,
    barbican: barbicanSchema,
    ssl: sslSchema,
    ironic: ironicSchema,
    octavia: octaviaSchema,
    horizon: horizonSchema,
    logging: loggingSchema,
    network_policies: switchOnly,
    policies: closed({
      strict_admin: switchOnly,
      ...Object.fromEntries(policyProjects.map(name => [name, free])),
    }),
    telemetry: closed({ mode: oneOf('autoscaling') }, 'mode'),
    designate: closed(
      {
        backend: closed(
          {
            type: text,
            protocol: oneOf('udp', 'tcp', 'tcp+udp'),
            external_ip: text,
          },
          'type',
          'protocol',
        ),
      },
      'backend',
    ),
    messaging: closed({
      components_with_dedicated_messaging: listOf(
        oneOf('compute', 'networking'),
      ),
      notifications: closed({
        external: closed({ enabled: flag, topics: listOf(text) }),
      }),
    }),
    stacklight: closed({
      enabled: flag,
      user: closed({ username: secret, password: secret }),
    }),
    masakari: closed({
      monitors: closed({
        introspective: closed({
          enabled: flag,
          guest_monitoring_interval: integer,
          guest_monitoring_timeout: integer,
          guest_monitoring_failure_threshold: integer,
        }),
      }),
    }),
    cloudprober: closed({ discovery: closed({ interval: number }) }),
  },
  'neutron',
  'nova',
);
