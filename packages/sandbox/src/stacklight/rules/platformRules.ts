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

/** The Helm Controller, and StackLight itself. */
export const platformRules: AlertRule[] = [
  {
    alert: 'Watchdog',
    expression: 'vector(1) unless on () (sandbox_watchdog_stopped == 1)',
    summary: 'The alert pipeline works',
    description: 'This alert always fires. When it is missing, no alert comes.',
  },
  {
    alert: 'HelmBundleReleaseNotDeployed',
    expression: 'helmbundle_release_deployed == 0',
    severity: 'critical',
    minutes: 15,
    summary: 'Release of a HelmBundle is not deployed',
    description:
      'The release {{ $labels.release_namespace }}/{{ $labels.release_name }} of the HelmBundle {{ $labels.namespace }}/{{ $labels.name }} is not deployed.',
  },
  {
    alert: 'HelmControllerTargetDown',
    expression: 'up{job="helm-controller"} == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'Helm Controller is down',
    description: 'Prometheus gets no metrics of the Helm Controller.',
  },
  {
    alert: 'KubeStateMetricsTargetDown',
    expression: 'up{job="kube-state-metrics"} == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'kube-state-metrics is down',
    description: 'Prometheus does not learn what becomes of workloads.',
  },
  {
    alert: 'OpenSearchClusterStatusWarning',
    expression: 'elasticsearch_cluster_health_status{color="yellow"} == 1',
    severity: 'warning',
    minutes: 5,
    summary: 'OpenSearch is yellow',
    description: 'OpenSearch has shards without a copy.',
  },
  {
    alert: 'OpenSearchClusterStatusCritical',
    expression: 'elasticsearch_cluster_health_status{color="red"} == 1',
    severity: 'critical',
    minutes: 5,
    summary: 'OpenSearch is red',
    description: 'OpenSearch has lost shards.',
  },
  {
    alert: 'AlertmanagerNotificationFailureWarning',
    expression:
      'sum by (integration) (increase(alertmanager_notifications_failed_total[1m])) > 0',
    severity: 'warning',
    summary: 'Alertmanager cannot deliver',
    description:
      'Alertmanager failed to send notifications by {{ $labels.integration }}.',
  },
];
