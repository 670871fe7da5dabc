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

const of = (kind: string) => `{{ $labels.namespace }}/{{ $labels.${kind} }}`;

/** Workloads and nodes. */
export const kubernetesRules: AlertRule[] = [
  {
    alert: 'KubeDeploymentOutage',
    expression:
      'kube_deployment_status_replicas_available == 0 and kube_deployment_spec_replicas > 0',
    severity: 'critical',
    minutes: 5,
    summary: 'Deployment outage',
    description: `The Deployment ${of('deployment')} has no available pod.`,
  },
  {
    alert: 'KubeDeploymentReplicasMismatch',
    expression:
      'kube_deployment_spec_replicas != kube_deployment_status_replicas_available',
    severity: 'major',
    minutes: 10,
    summary: 'Deployment has the wrong number of replicas',
    description: `The Deployment ${of(
      'deployment',
    )} has not the number of available pods that it wants.`,
  },
  {
    alert: 'KubeDeploymentGenerationMismatch',
    expression:
      'kube_deployment_status_observed_generation != kube_deployment_metadata_generation',
    severity: 'major',
    minutes: 15,
    summary: 'Deployment was not handled since its last change',
    description: `Nothing acted on the last change of the Deployment ${of(
      'deployment',
    )}.`,
  },
  {
    alert: 'KubeStatefulSetOutage',
    expression:
      'kube_statefulset_status_replicas_ready == 0 and kube_statefulset_replicas > 0',
    severity: 'critical',
    minutes: 5,
    summary: 'StatefulSet outage',
    description: `The StatefulSet ${of('statefulset')} has no ready pod.`,
  },
  {
    alert: 'KubeStatefulSetReplicasMismatch',
    expression:
      'kube_statefulset_status_replicas_ready != kube_statefulset_replicas',
    severity: 'major',
    minutes: 10,
    summary: 'StatefulSet has the wrong number of ready replicas',
    description: `{{ $value }} pods of the StatefulSet ${of(
      'statefulset',
    )} are ready, fewer or more than it wants.`,
  },
  {
    alert: 'KubeDaemonSetOutage',
    expression:
      'kube_daemonset_status_number_ready == 0 and kube_daemonset_status_desired_number_scheduled > 0',
    severity: 'critical',
    minutes: 5,
    summary: 'DaemonSet outage',
    description: `The DaemonSet ${of('daemonset')} has no ready pod.`,
  },
  {
    alert: 'KubeDaemonSetRolloutStuck',
    expression:
      'kube_daemonset_status_number_ready < kube_daemonset_status_desired_number_scheduled',
    severity: 'major',
    minutes: 20,
    summary: 'DaemonSet is not ready on every node',
    description: `Pods of the DaemonSet ${of(
      'daemonset',
    )} are not ready on all of its nodes.`,
  },
  {
    alert: 'KubeJobFailed',
    expression: 'kube_job_status_failed > 0',
    severity: 'warning',
    minutes: 10,
    summary: 'Job failed',
    description:
      'The Job {{ $labels.namespace }}/{{ $labels.job_name }} failed.',
  },
  {
    alert: 'KubeNodeNotReady',
    expression:
      'kube_node_status_condition{condition="Ready",status="true"} == 0',
    severity: 'warning',
    minutes: 2,
    summary: 'Node is not ready',
    description: 'The node {{ $labels.node }} has stopped reporting.',
  },
];
