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

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'mosk:helmbundle:create';
const proxy = {
  name: 'metrics-proxy',
  namespace: 'osh-system',
  chart: 'internal/metrics-proxy',
  version: '1.4.0',
};

export const createHelmBundleExamples: TemplateExample[] = [
  {
    description: 'Two releases, the second of which waits for the first',
    example: stringify({
      steps: [
        {
          id: 'create',
          action,
          name: 'Build the manifest',
          input: {
            cloud: 'cloud-one',
            name: 'extras',
            namespace: 'osh-system',
            repositories: [
              { name: 'internal', url: 'https://charts.example.org/internal' },
            ],
            releases: [
              { ...proxy, values: { replicas: 2 } },
              {
                name: 'metrics-ui',
                namespace: 'osh-system',
                chart: 'internal/metrics-ui',
                version: '0.9.1',
                requires: ['metrics-proxy'],
              },
            ],
          },
        },
      ],
    }),
  },
  {
    description: 'Secret values, from the secrets of the run',
    example: stringify({
      steps: [
        {
          id: 'create',
          action,
          name: 'Build the manifest',
          input: {
            cloud: 'cloud-one',
            name: 'extras',
            namespace: 'osh-system',
            releases: [proxy],
            secretSpec: 'secretValues',
          },
        },
      ],
    }),
  },
  {
    description:
      'A bundle that the portal did not make, though the change will be overwritten',
    example: stringify({
      steps: [
        {
          id: 'create',
          action,
          name: 'Build the manifest',
          input: {
            cloud: 'cloud-one',
            name: 'extras',
            namespace: 'osh-system',
            releases: [proxy],
            acknowledgeOverwrite: true,
          },
        },
      ],
    }),
  },
];
