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

import { ChartWorkload } from './types';

const deployment = (name: string, replicas = 1): ChartWorkload => ({
  kind: 'Deployment',
  name,
  replicas,
});
const statefulSet = (name: string, replicas: number): ChartWorkload => ({
  kind: 'StatefulSet',
  name,
  replicas,
});
const daemonSet = (
  name: string,
  nodes: ChartWorkload['nodes'] = 'all',
): ChartWorkload => ({ kind: 'DaemonSet', name, nodes });

/** What the charts of StackLight make, in the size of a highly available installation. */
export const stackLightCharts: Record<string, ChartWorkload[]> = {
  prometheus: [statefulSet('prometheus-server', 2)],
  'prometheus-relay': [deployment('prometheus-relay', 2)],
  'prometheus-alertmanager': [statefulSet('prometheus-alertmanager', 2)],
  'prometheus-kube-state-metrics': [
    deployment('prometheus-kube-state-metrics', 2),
  ],
  'prometheus-node-exporter': [daemonSet('prometheus-node-exporter')],
  'prometheus-blackbox-exporter': [deployment('prometheus-blackbox-exporter')],
  'prometheus-libvirt-exporter': [
    daemonSet('prometheus-libvirt-exporter', 'compute'),
  ],
  cadvisor: [daemonSet('cadvisor')],
  'telegraf-openstack': [deployment('telegraf-openstack')],
  patroni: [{ ...statefulSet('patroni', 3), labels: { app: 'patroni' } }],
  grafana: [deployment('grafana')],
  alerta: [deployment('alerta', 2)],
  'metric-collector': [deployment('metric-collector')],
  'iam-proxy': [
    deployment('iam-proxy-alertmanager', 2),
    deployment('iam-proxy-grafana', 2),
    deployment('iam-proxy-prometheus', 2),
  ],
  'iam-proxy-kibana': [deployment('iam-proxy-kibana', 2)],
  opensearch: [statefulSet('opensearch-master', 3)],
  'opensearch-dashboards': [deployment('opensearch-dashboards')],
  'opensearch-exporter': [deployment('opensearch-exporter')],
  'elasticsearch-curator': [{ kind: 'CronJob', name: 'elasticsearch-curator' }],
  'fluentd-logs': [daemonSet('fluentd-logs')],
};
