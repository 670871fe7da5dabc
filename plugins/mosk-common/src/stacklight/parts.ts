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

/** A part of StackLight that is known by name. */
export interface StackLightPart {
  id: string;
  title: string;
  description: string;
  /** Fits the names of its workloads over the releases of MOSK. The first part that fits is it. */
  names: RegExp;
  /** Ids of the parts it cannot do its work without. */
  needs?: readonly string[];
  /** Without it there are no alerts, so the whole does not work. */
  isVital?: boolean;
}

/**
 * Parts of StackLight. What runs beside them is shown, too, by the Helm release that it belongs to.
 */
export const stackLightParts: readonly StackLightPart[] = [
  {
    id: 'opensearch-dashboards',
    title: 'OpenSearch Dashboards',
    description: 'Shows the logs of the cloud',
    names: /^(opensearch-dashboards|kibana)\b/,
    needs: ['opensearch'],
  },
  {
    id: 'opensearch-exporter',
    title: 'OpenSearch exporter',
    description: 'Tells Prometheus how OpenSearch is',
    names:
      /^(prometheus-)?(opensearch|elasticsearch|es)-exporter\b|^(prometheus-)?(opensearch|elasticsearch)-.*exporter\b/,
    needs: ['opensearch'],
  },
  {
    id: 'opensearch-curator',
    title: 'OpenSearch curator',
    description: 'Removes logs that are old enough',
    names: /^(opensearch|elasticsearch)-curator\b/,
    needs: ['opensearch'],
  },
  {
    id: 'opensearch',
    title: 'OpenSearch',
    description: 'Keeps the logs of the cloud',
    names: /^(opensearch|elasticsearch)\b/,
  },
  {
    id: 'fluentd',
    title: 'Fluentd',
    description: 'Collects the logs of nodes and pods',
    names: /^fluentd\b/,
    needs: ['opensearch'],
  },
  {
    id: 'alertmanager',
    title: 'Alertmanager',
    description: 'Groups, silences and sends alerts',
    names: /^(prometheus-)?alertmanager\b/,
    isVital: true,
  },
  {
    id: 'prometheus-relay',
    title: 'Prometheus Relay',
    description: 'One address for the replicas of Prometheus',
    names: /^prometheus-relay\b/,
    needs: ['prometheus'],
  },
  {
    id: 'prometheus',
    title: 'Prometheus',
    description: 'Collects metrics and evaluates the alert rules',
    names: /^prometheus(-server\b|$)/,
    needs: ['alertmanager'],
    isVital: true,
  },
  {
    id: 'grafana',
    title: 'Grafana',
    description: 'Dashboards of metrics',
    names: /^grafana\b/,
    needs: ['prometheus', 'postgresql'],
  },
  {
    id: 'alerta',
    title: 'Alerta',
    description: 'Lists alerts and who takes care of them',
    names: /^alerta\b/,
    needs: ['alertmanager', 'postgresql'],
  },
  {
    id: 'postgresql',
    title: 'PostgreSQL',
    description: 'Database of Grafana and Alerta',
    names: /^(patroni|postgresql|spilo)\b/,
  },
  {
    id: 'iam-proxy',
    title: 'IAM proxy',
    description: 'Asks people to sign in before they reach the pages',
    names: /^iam-proxy\b/,
  },
  {
    id: 'helm-controller',
    title: 'Helm Controller of StackLight',
    description: 'Installs the parts of StackLight',
    names: /^helm-controller\b/,
  },
  {
    id: 'kube-state-metrics',
    title: 'kube-state-metrics',
    description: 'Tells Prometheus what Kubernetes knows of its objects',
    names: /(^|-)kube-state-metrics\b/,
  },
  {
    id: 'node-exporter',
    title: 'Node exporter',
    description: 'Tells Prometheus how the nodes are',
    names: /(^|-)node-exporter\b/,
  },
  {
    id: 'cadvisor',
    title: 'cAdvisor',
    description: 'Tells Prometheus what containers use',
    names: /(^|-)cadvisor\b/,
  },
  {
    id: 'blackbox-exporter',
    title: 'Blackbox exporter',
    description: 'Tries addresses from outside for Prometheus',
    names: /(^|-)blackbox(-exporter)?\b/,
  },
  {
    id: 'libvirt-exporter',
    title: 'Libvirt exporter',
    description: 'Tells Prometheus how virtual machines are',
    names: /(^|-)libvirt-exporter\b/,
  },
  {
    id: 'telegraf-openstack',
    title: 'Telegraf for OpenStack',
    description: 'Tells Prometheus how the services of OpenStack are',
    names: /^telegraf-openstack\b/,
  },
  {
    id: 'telegraf-smart',
    title: 'Telegraf for disks',
    description: 'Tells Prometheus what disks say of themselves (S.M.A.R.T.)',
    names: /^telegraf-.*smart\b/,
  },
  {
    id: 'metric-collector',
    title: 'Metric collector',
    description: 'Reports usage to the management cluster',
    names: /^metric-collector\b/,
  },
  {
    id: 'telemeter',
    title: 'Telemeter',
    description: 'Reports usage to the management cluster',
    names: /^telemeter\b/,
  },
  {
    id: 'sf-notifier',
    title: 'Salesforce notifier',
    description: 'Opens support cases for alerts',
    names: /^sf-notifier\b/,
  },
  {
    id: 'sf-reporter',
    title: 'Salesforce reporter',
    description: 'Reports the state of the cloud to support',
    names: /^sf-reporter\b/,
  },
];

/** The part of this id; undefined for one that is known by its release only. */
export function stackLightPartOf(
  componentId: string,
): StackLightPart | undefined {
  return stackLightParts.find(
    ({ id }) => componentId === stackLightComponentId(id),
  );
}

/** Id of the component that a part becomes. */
export function stackLightComponentId(part: string): string {
  return `stacklight/${part}`;
}
