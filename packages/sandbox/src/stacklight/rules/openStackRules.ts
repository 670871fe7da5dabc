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

import { AlertRule } from './types';

/** The services of OpenStack, and what all of them need. */
export const openStackRules: AlertRule[] = [
  {
    alert: 'OpenstackApiServiceDown',
    expression: 'osdpl_api_success == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'API of OpenStack is down',
    description:
      'The API of {{ $labels.service_name }} at {{ $labels.url }} does not answer.',
  },
  {
    alert: 'CinderServiceDown',
    expression: 'osdpl_cinder_service_state == 0',
    severity: 'warning',
    minutes: 2,
    summary: 'Service of Cinder is down',
    description: '{{ $labels.binary }} is down on {{ $labels.host }}.',
  },
  {
    alert: 'CinderServiceOutage',
    expression: 'max by (binary) (osdpl_cinder_service_state) == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'All services of one sort of Cinder are down',
    description: 'Every {{ $labels.binary }} is down.',
  },
  {
    alert: 'NovaServiceDown',
    expression: 'osdpl_nova_service_state == 0',
    severity: 'minor',
    minutes: 2,
    summary: 'Service of Nova is down',
    description: '{{ $labels.binary }} is down on {{ $labels.host }}.',
  },
  {
    alert: 'NeutronAgentDown',
    expression: 'osdpl_neutron_agent_state == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'Agent of Neutron is down',
    description: '{{ $labels.binary }} is down on {{ $labels.host }}.',
  },
  {
    alert: 'NeutronAgentOutage',
    expression: 'max by (binary) (osdpl_neutron_agent_state) == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'All agents of one sort of Neutron are down',
    description: 'Every {{ $labels.binary }} is down.',
  },
  {
    alert: 'MariadbClusterDown',
    expression: 'max by (namespace, statefulset) (mysql_up) == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'MariaDB is down',
    description: 'No member of the MariaDB cluster answers.',
  },
  {
    alert: 'MemcachedClusterDown',
    expression: 'max by (namespace, statefulset) (memcached_up) == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'Memcached is down',
    description: 'No member of the memcached cluster answers.',
  },
  {
    alert: 'RabbitMQDown',
    expression: 'rabbitmq_up == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'RabbitMQ is down',
    description: '{{ $labels.pod }} does not answer.',
  },
  {
    alert: 'TelegrafOpenstackTargetDown',
    expression: 'up{job="telegraf-openstack"} == 0',
    severity: 'major',
    minutes: 2,
    summary: 'Telegraf for OpenStack is down',
    description: 'Prometheus gets no metrics of Telegraf for OpenStack.',
  },
  {
    alert: 'LibvirtExporterTargetsOutage',
    expression: 'up{job="libvirt-exporter"} == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'Libvirt exporters are down',
    description: 'Prometheus gets no metrics of any libvirt exporter.',
  },
];
