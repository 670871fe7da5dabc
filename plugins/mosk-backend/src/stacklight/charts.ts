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
  Component,
  findOpenStackService,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';

/** A line of a chart: one query, and a name for each series of its answer. */
export interface ChartLine {
  query: string;
  /** Label that names its series; or the name of the only one. */
  nameBy?: string;
  name?: string;
}

/** A chart that answers a question. */
export type ChartDefinition = Pick<MoskViews.Chart, 'id' | 'title' | 'unit'> & {
  /** Asked of Prometheus. */
  lines?: readonly ChartLine[];
  /** Asked of OpenSearch: error lines of these applications. */
  logsOf?: readonly string[];
};

const firingAlerts: ChartDefinition = {
  id: 'alerts',
  title: 'How many alerts fire?',
  unit: 'count',
  lines: [
    {
      query:
        'count by (severity) (ALERTS{alertstate="firing",alertname!="Watchdog"})',
      nameBy: 'severity',
    },
  ],
};

const cephCapacity: ChartDefinition = {
  id: 'ceph-capacity',
  title: 'How full is the storage?',
  unit: 'bytes',
  lines: [
    { query: 'sum(ceph_cluster_total_used_bytes)', name: 'Used' },
    { query: 'sum(ceph_cluster_total_bytes)', name: 'Total' },
  ],
};

const cephDaemons: ChartDefinition = {
  id: 'ceph-osds',
  title: 'How many OSDs are up?',
  unit: 'count',
  lines: [
    { query: 'sum(ceph_osd_up)', name: 'Up' },
    { query: 'count(ceph_osd_up)', name: 'All' },
  ],
};

const nodesReady: ChartDefinition = {
  id: 'nodes-ready',
  title: 'How many nodes are ready?',
  unit: 'count',
  lines: [
    {
      query: 'sum(kube_node_status_condition{condition="Ready",status="true"})',
      name: 'Ready',
    },
    { query: 'count(kube_node_info)', name: 'All' },
  ],
};

const targets: ChartDefinition = {
  id: 'targets',
  title: 'How many targets answer Prometheus?',
  unit: 'count',
  lines: [
    { query: 'sum(up)', name: 'Answer' },
    { query: 'count(up)', name: 'All' },
  ],
};

const partCharts: Readonly<Record<string, ChartDefinition[]>> = {
  'stacklight/prometheus': [targets],
  'stacklight/alertmanager': [
    firingAlerts,
    {
      id: 'notifications-failed',
      title: 'How many notifications fail?',
      unit: 'per-second',
      lines: [
        {
          query:
            'sum by (integration) (rate(alertmanager_notifications_failed_total[5m])) > 0',
          nameBy: 'integration',
        },
      ],
    },
  ],
};

/** The few charts of a component. Queries are made of what stands in this package, never of what was typed or read. */
export function chartsOf({
  id,
  type,
}: Pick<Component, 'id' | 'type'>): ChartDefinition[] {
  switch (type) {
    case 'mosk-cloud':
      return [apiSuccess('', undefined), firingAlerts];
    case 'openstack-deployment':
      return [apiSuccess('', 'service_type'), apiLatency('', 'service_type')];
    case 'openstack-service':
    case 'openstack-api':
      return serviceCharts(id.slice(id.indexOf('/') + 1), type);
    case 'ceph-cluster':
      return [cephCapacity, cephDaemons];
    case 'kubernetes-cluster':
      return [nodesReady];
    case 'stacklight':
      return [firingAlerts, targets];
    case 'stacklight-component':
      return partCharts[id] ?? [];
    default:
      return [];
  }
}

function serviceCharts(
  key: string,
  type: Component['type'],
): ChartDefinition[] {
  const service = findOpenStackService(key);
  if (!service) {
    return [];
  }
  const api = service.publicApi?.type;
  const selector = api
    ? `{service_type=~"${[...new Set([api, key])].join('|')}"}`
    : '';
  return [
    ...(api
      ? [
          apiSuccess(selector, 'service_name'),
          apiLatency(selector, 'service_name'),
        ]
      : []),
    ...(type === 'openstack-service' && service.applications.length
      ? [
          {
            id: 'log-errors',
            title: 'How many errors does it log?',
            unit: 'per-second' as const,
            logsOf: service.applications,
          },
        ]
      : []),
  ];
}

function apiSuccess(
  selector: string,
  nameBy: string | undefined,
): ChartDefinition {
  const by = nameBy ? ` by (${nameBy})` : '';
  return {
    id: 'api-success',
    title: 'How many calls of the API succeed?',
    unit: 'ratio',
    lines: [
      {
        query: `avg${by} (osdpl_api_success${selector})`,
        nameBy,
        name: 'OpenStack',
      },
    ],
  };
}

/** The exporter tells it in microseconds. */
function apiLatency(selector: string, nameBy: string): ChartDefinition {
  return {
    id: 'api-latency',
    title: 'How long does the API take to answer?',
    unit: 'seconds',
    lines: [
      {
        query: `max by (${nameBy}) (osdpl_api_latency${selector}) / 1e6`,
        nameBy,
      },
    ],
  };
}
