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

import { node } from '../../kinds/Node';
import { cloudComponent } from '../entityNames';
import { TopologyReader } from './types';

/** The cloud itself and the Kubernetes cluster that it is. */
export const readKubernetesCluster: TopologyReader = ({ snapshot, about }) => {
  const versions = snapshot
    .objects(node)
    .flatMap(({ kubeletVersion }) => kubeletVersion ?? []);
  return {
    components: [
      {
        ...cloudComponent,
        title: about.title,
        description:
          'Mirantis OpenStack for Kubernetes: the operators and what they run',
        group: 'cloud',
        workloads: [],
        helmReleases: [],
        dependsOn: [],
        providesApis: [],
        links: about.links,
      },
      {
        id: 'kubernetes-cluster',
        type: 'kubernetes-cluster',
        title: 'Kubernetes cluster',
        description: 'The nodes and the API that everything else runs on',
        group: 'cloud',
        version: [...new Set(versions)].sort()[0],
        workloads: [],
        helmReleases: [],
        partOf: cloudComponent.id,
        dependsOn: [],
        providesApis: [],
        links: [],
      },
    ],
  };
};
