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

export const NAMESPACE = 'openstack';

/** Workload of an OpenStack service that the portal has never heard of: known by its label alone. */
export function serviceDeployment(
  name: string,
  replicas: number,
): KubernetesObject {
  const labels = { application: name, release_group: `openstack-${name}` };
  return {
    metadata: {
      name,
      namespace: NAMESPACE,
      labels,
      annotations: {
        'meta.helm.sh/release-name': `openstack-${name}`,
        'meta.helm.sh/release-namespace': NAMESPACE,
      },
    },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image: 'registry.example.org/service' }] },
      },
    },
  };
}

/** Status of a Deployment with that many of its pods ready. */
export function readyStatus(replicas: number, ready: number): object {
  return {
    observedGeneration: 1,
    replicas,
    updatedReplicas: replicas,
    readyReplicas: ready,
    availableReplicas: ready,
    unavailableReplicas: replicas - ready,
  };
}
