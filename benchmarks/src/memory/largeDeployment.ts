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

import { KubernetesObject } from '@mosk-portal/sandbox';
import { NAMESPACE } from '../cluster/serviceDeployment';

const KEYS = ['db', 'messaging', 'identity', 'cache', 'log', 'policy'];

/** As large as what OpenStack-Helm makes: init containers, probes, mounts, and annotations that Helm and operators leave. */
export function largeDeployment(index: number): KubernetesObject {
  const name = `benchmark-${String(index).padStart(5, '0')}`;
  const labels = {
    application: `benchmark-${index % 50}`,
    component: `part-${index % 7}`,
    release_group: `openstack-benchmark-${index % 50}`,
    'app.kubernetes.io/managed-by': 'Helm',
  };
  return {
    metadata: {
      name,
      namespace: NAMESPACE,
      labels,
      annotations: {
        'deployment.kubernetes.io/revision': '3',
        'meta.helm.sh/release-name': labels.release_group,
        'meta.helm.sh/release-namespace': NAMESPACE,
        'openstackhelm.openstack.org/release_uuid': `00000000-0000-4000-8000-${String(
          index,
        ).padStart(12, '0')}`,
      },
    },
    spec: {
      replicas: 3,
      revisionHistoryLimit: 3,
      selector: { matchLabels: { ...labels, instance: name } },
      template: {
        metadata: {
          labels: { ...labels, instance: name },
          annotations: Object.fromEntries(
            KEYS.map(key => [`configmap-${key}-hash`, hash(`${name}${key}`)]),
          ),
        },
        spec: podSpec(name),
      },
    },
  };
}

/** What the Deployment controller writes once all pods run. */
export function largeStatus(): object {
  const condition = (type: string, reason: string) => ({
    type,
    status: 'True',
    reason,
    message: `${type}: ${reason}, as the Deployment controller says at some length`,
    lastTransitionTime: '2026-01-01T00:00:00Z',
    lastUpdateTime: '2026-01-01T00:00:00Z',
  });
  return {
    observedGeneration: 1,
    replicas: 3,
    updatedReplicas: 3,
    readyReplicas: 3,
    availableReplicas: 3,
    conditions: [
      condition('Available', 'MinimumReplicasAvailable'),
      condition('Progressing', 'NewReplicaSetAvailable'),
    ],
  };
}

function podSpec(name: string) {
  const mounts = KEYS.map(key => ({
    name: `${name}-${key}`,
    mountPath: `/etc/service/${key}.conf`,
    subPath: `${key}.conf`,
    readOnly: true,
  }));
  const environment = KEYS.map(key => ({
    name: `SERVICE_${key.toUpperCase()}`,
    value: `${key}.openstack.svc.cluster.local`,
  }));
  const container = (suffix: string) => ({
    name: `${name}-${suffix}`,
    image: `registry.example.org/openstack/service-${suffix}:epoxy-20260101`,
    imagePullPolicy: 'IfNotPresent',
    command: ['/tmp/start.sh', suffix],
    env: environment,
    volumeMounts: mounts,
    resources: { requests: { cpu: '100m', memory: '128Mi' } },
  });
  const probe = {
    httpGet: { path: '/healthcheck', port: 8080, scheme: 'HTTP' },
    periodSeconds: 15,
    timeoutSeconds: 10,
  };
  return {
    serviceAccountName: 'service',
    nodeSelector: { 'openstack-control-plane': 'enabled' },
    terminationGracePeriodSeconds: 30,
    initContainers: [container('init')],
    containers: [
      {
        ...container('api'),
        ports: [{ containerPort: 8080, protocol: 'TCP' }],
        livenessProbe: probe,
        readinessProbe: probe,
      },
    ],
    volumes: KEYS.map(key => ({
      name: `${name}-${key}`,
      configMap: { name: `service-${key}`, defaultMode: 292 },
    })),
  };
}

function hash(text: string): string {
  return Buffer.from(text.padEnd(32, '.')).toString('hex').slice(0, 64);
}
