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

import { createHash } from 'node:crypto';
import { identities, typeOf } from '../simulation/identities';
import { podTemplate } from '../workloads/podTemplate';
import { WorkloadPlan } from '../workloads/types';
import { chartName, chartWorkloads, ChartWorkload } from './charts';
import { ReleaseSpec } from './types';

function specOf(workload: ChartWorkload, pod: object, labels: object) {
  const { kind, name, replicas = 1 } = workload;
  const selector = { matchLabels: labels };
  switch (kind) {
    case 'CronJob':
      return {
        schedule: '0 1 * * *',
        suspend: false,
        jobTemplate: { spec: { template: pod } },
      };
    case 'DaemonSet':
      return {
        selector,
        template: pod,
        updateStrategy: { type: 'RollingUpdate' },
      };
    case 'StatefulSet':
      return { replicas, selector, serviceName: name, template: pod };
    default:
      return { replicas, selector, template: pod };
  }
}

function plan(release: ReleaseSpec, workload: ChartWorkload): WorkloadPlan {
  const { kind, name, replicas = 1, labels: own = {} } = workload;
  const { namespace, version = '0.0.0' } = release;
  const chart = chartName(release);
  const labels = { app: name, release: release.name, ...own };
  const pod = podTemplate({
    labels,
    name,
    image: `registry.example.org/${chart}:${version}`,
    runsOnce: kind === 'CronJob',
    configurationHash: hashOf(release.values ?? {}),
  });
  return {
    key: workloadKey(kind, namespace, name),
    kind,
    namespace,
    name,
    application: name,
    tier: 0,
    nodes: workload.nodes ?? 'control',
    replicas,
    onDelete: false,
    templateHash: hashOf(pod),
    manifest: {
      ...typeOf(identities[kind]),
      metadata: {
        name,
        namespace,
        labels: {
          ...release.labels,
          ...labels,
          'app.kubernetes.io/instance': release.name,
          'app.kubernetes.io/managed-by': 'Helm',
          'helm.sh/chart': `${chart}-${version}`,
        },
        annotations: {
          'meta.helm.sh/release-name': release.name,
          'meta.helm.sh/release-namespace': namespace,
        },
      },
      spec: specOf(workload, pod, labels),
    },
  };
}

/** Releases of one name may be in several namespaces. */
export function workloadKey(kind: string, namespace: string, name: string) {
  return `${kind}/${namespace}/${name}`;
}

export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value))
    .digest('hex')
    .slice(0, 10);
}

/** The workloads that a release makes. */
export function planRelease(release: ReleaseSpec): WorkloadPlan[] {
  return chartWorkloads(release).map(workload => plan(release, workload));
}
