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

import { KubernetesObject } from '../../kubernetes';

/** A release of StackLight, its chart named as the release unless said otherwise. */
interface Part {
  name: string;
  chart?: string;
  requires?: string[];
  /** Belongs to the logging stack, which a cloud may do without. */
  isLogging?: boolean;
}

const namespace = 'stacklight';

const parts: Part[] = [
  { name: 'iam-proxy' },
  { name: 'patroni' },
  { name: 'prometheus-kube-state-metrics' },
  { name: 'prometheus-node-exporter' },
  { name: 'prometheus-blackbox-exporter' },
  { name: 'prometheus-libvirt-exporter' },
  { name: 'cadvisor' },
  { name: 'telegraf-openstack' },
  { name: 'prometheus-alertmanager' },
  { name: 'prometheus-server', chart: 'prometheus' },
  { name: 'prometheus-relay', requires: ['prometheus-server'] },
  { name: 'metric-collector', requires: ['prometheus-server'] },
  { name: 'alerta', requires: ['patroni'] },
  { name: 'grafana', requires: ['patroni', 'prometheus-server'] },
  { name: 'opensearch', isLogging: true },
  {
    name: 'opensearch-dashboards',
    requires: ['opensearch'],
    isLogging: true,
  },
  { name: 'opensearch-exporter', requires: ['opensearch'], isLogging: true },
  { name: 'elasticsearch-curator', requires: ['opensearch'], isLogging: true },
  { name: 'fluentd-logs', requires: ['opensearch'], isLogging: true },
  {
    name: 'iam-proxy-kibana',
    requires: ['opensearch-dashboards'],
    isLogging: true,
  },
];

/** The bundle that the chart of StackLight brings with it. */
export function stackLightBundle(options: {
  logging: boolean;
}): KubernetesObject {
  return {
    metadata: {
      name: 'stacklight-bundle',
      namespace,
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: {
        'meta.helm.sh/release-name': 'stacklight',
        'meta.helm.sh/release-namespace': namespace,
      },
    },
    spec: {
      repositories: [
        { name: 'stacklight', url: 'https://charts.example.org/stacklight' },
      ],
      releases: parts
        .filter(({ isLogging }) => options.logging || !isLogging)
        .map(({ name, chart = name, requires }) => ({
          name,
          namespace,
          chart: `stacklight/${chart}`,
          version: '0.12.5',
          ...(requires && { requires }),
          values: { nodeSelector: { stacklight: 'enabled' } },
        })),
    },
  };
}
