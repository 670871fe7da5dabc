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

import { identities, typeOf } from '../../simulation/identities';
import { podTemplate } from '../../workloads/podTemplate';
import { WorkloadPlan } from '../../workloads/types';

const namespace = 'osh-system';
const containers = {
  rockoon: [
    'osdpl',
    'secrets',
    'health',
    'node',
    'nodemaintenancerequest',
    'ceph-secrets',
    'osdplstatus',
    'tf-secrets',
    'configmaps',
  ],
  'rockoon-admission': ['admission'],
  'rockoon-exporter': ['exporter'],
};

/** The operator's own Deployments. */
export function operatorWorkloads(): WorkloadPlan[] {
  return Object.entries(containers).map(([name, names]): WorkloadPlan => {
    const labels = { 'app.kubernetes.io/name': name };
    const template = podTemplate({
      labels,
      name,
      image: 'mirantis.azurecr.io/openstack/rockoon:1.1.4',
      containers: names,
    });
    return {
      key: `Deployment/${name}`,
      kind: 'Deployment',
      namespace,
      name,
      application: name,
      tier: 0,
      nodes: 'control',
      replicas: 1,
      onDelete: false,
      templateHash: '6c9d7f5b8',
      manifest: {
        ...typeOf(identities.Deployment),
        metadata: {
          name,
          namespace,
          labels: {
            ...labels,
            'app.kubernetes.io/instance': 'rockoon',
            'app.kubernetes.io/managed-by': 'Helm',
            'helm.sh/chart': 'rockoon-1.1.4',
          },
          annotations: {
            'meta.helm.sh/release-name': 'rockoon',
            'meta.helm.sh/release-namespace': namespace,
          },
        },
        spec: { replicas: 1, selector: { matchLabels: labels }, template },
      },
    };
  });
}
