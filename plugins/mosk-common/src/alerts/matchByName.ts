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

import { openStackServices } from '../openstack/services';
import { Component } from '../topology/types';
import { Alert } from './types';

interface Prefix {
  names: RegExp;
  /** Whether an alert of such a name is about the component. */
  isAbout(component: Component): boolean;
}

const is = (id: string) => (component: Component) => component.id === id;
const isOfType = (type: Component['type']) => (component: Component) =>
  component.type === type;
const isService = (key: string) => is(`openstack-service/${key}`);
const isPart = (part: string) => is(`stacklight/${part}`);

/** Names that begin otherwise than what they are about, the longer ones first. */
const prefixes: readonly Prefix[] = [
  { names: /^TelegrafOpenstack/, isAbout: isPart('telegraf-openstack') },
  { names: /^Telegraf/, isAbout: isPart('telegraf-smart') },
  { names: /^KubeStateMetrics/, isAbout: isPart('kube-state-metrics') },
  { names: /^NodeExporter/, isAbout: isPart('node-exporter') },
  { names: /^PrometheusRelay/, isAbout: isPart('prometheus-relay') },
  { names: /^Prometheus/, isAbout: isPart('prometheus') },
  { names: /^Alertmanager/, isAbout: isPart('alertmanager') },
  {
    names: /^(OpenSearchDashboards|Kibana)/,
    isAbout: isPart('opensearch-dashboards'),
  },
  { names: /^(OpenSearch|Elasticsearch)/, isAbout: isPart('opensearch') },
  { names: /^Fluentd/, isAbout: isPart('fluentd') },
  { names: /^Grafana/, isAbout: isPart('grafana') },
  { names: /^Alerta[A-Z]/, isAbout: isPart('alerta') },
  { names: /^(Postgresql|Patroni)/, isAbout: isPart('postgresql') },
  { names: /^Cadvisor/i, isAbout: isPart('cadvisor') },
  { names: /^Blackbox/, isAbout: isPart('blackbox-exporter') },
  { names: /^MetricCollector/, isAbout: isPart('metric-collector') },
  { names: /^Telemeter/, isAbout: isPart('telemeter') },
  { names: /^(Salesforce|Sf)Notifier/i, isAbout: isPart('sf-notifier') },
  { names: /^(Stacklight|Watchdog)/i, isAbout: is('stacklight') },
  { names: /^Helm/, isAbout: is('operator/helm') },
  { names: /^Ceph/, isAbout: isOfType('ceph-cluster') },
  { names: /^Rook/, isAbout: is('operator/rook') },
  { names: /^OpenstackIngress/, isAbout: isService('ingress') },
  { names: /^OpenstackCloudprober/i, isAbout: isService('cloudprober') },
  {
    names: /^(Kube|Kubernetes|Kubelet|Node|Docker|Etcd|Calico)([A-Z]|$)/,
    isAbout: isOfType('kubernetes-cluster'),
  },
  {
    names: /^System(Cpu|Disk|Load|Memory|Rx|Tx|Inode)/,
    isAbout: isOfType('kubernetes-cluster'),
  },
];

/** Components that the beginning of an alert's name tells of, the cloud having them. */
export function matchByName(
  { name, labels }: Pick<Alert, 'name' | 'labels'>,
  components: readonly Component[],
): string[] {
  const prefix = prefixes.find(({ names }) => names.test(name));
  const isAbout = prefix?.isAbout ?? serviceOf(name);
  const found = isAbout ? components.filter(isAbout) : [];
  const cluster = labels.rook_cluster;
  const named = found.filter(
    ({ type, id, namespace }) =>
      type === 'ceph-cluster' &&
      (namespace === cluster || id === `ceph-cluster/${cluster}`),
  );
  return (named.length ? named : found).map(({ id }) => id);
}

/** Alerts on services of OpenStack begin with the name of the project or of what it runs. */
function serviceOf(name: string): Prefix['isAbout'] | undefined {
  const lower = name.toLowerCase();
  const [longest] = openStackServices
    .flatMap(({ key, project, applications }) =>
      [project, ...applications].map(word => ({
        key,
        word: word.replace(/[^a-z0-9]/gi, '').toLowerCase(),
      })),
    )
    .filter(({ word }) => word.length > 3 && lower.startsWith(word))
    .sort((one, other) => other.word.length - one.word.length);
  return longest && isService(longest.key);
}
