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
import { podTemplate } from './podTemplate';
import { NodePool, WorkloadPlan } from './types';

/** A Deployment or DaemonSet of which nothing matters but its pods. */
export function planWorkload(options: {
  kind: 'Deployment' | 'DaemonSet';
  namespace: string;
  name: string;
  labels: Record<string, string>;
  image: string;
  /** Named as the workload when left out. */
  containers?: string[];
  /** One when left out. */
  replicas?: number;
  /** Where the pods run, all nodes when left out. */
  nodes?: NodePool | readonly string[];
}): WorkloadPlan {
  const { kind, namespace, name, labels, image, containers } = options;
  const { replicas = 1, nodes = 'all' } = options;
  const template = podTemplate({
    labels,
    name: name.replace(/\./g, '-').slice(0, 63),
    image,
    containers,
  });
  const selector = { matchLabels: labels };
  return {
    key: `${kind}/${name}`,
    kind,
    namespace,
    name,
    application: labels.app ?? name,
    tier: 0,
    nodes,
    replicas,
    onDelete: false,
    templateHash: createHash('sha256')
      .update(JSON.stringify(template))
      .digest('hex')
      .slice(0, 10),
    manifest: {
      ...typeOf(identities[kind]),
      metadata: { name, namespace, labels },
      spec:
        kind === 'Deployment'
          ? { replicas, selector, template }
          : { selector, template },
    },
  };
}
