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

const action = 'mosk:openstackdeployment:create';

export const examples: TemplateExample[] = [
  {
    description: 'A small cloud; what has no field of its own goes into spec',
    example: stringify({
      steps: [
        {
          id: 'create',
          action,
          name: 'Build the manifest',
          input: {
            cloud: 'cloud-one',
            name: 'cloud-one',
            openstackRelease: 'caracal',
            preset: 'compute',
            size: 'tiny',
            publicDomainName: 'cloud.example.org',
            neutron: { tunnelInterface: 'bond0.31' },
            nova: { liveMigrationInterface: 'bond0.32' },
            ssl: { secretName: 'cloud-one-hidden' },
            spec: { features: { telemetry: { mode: 'autoscaling' } } },
          },
        },
      ],
    }),
  },
  {
    description:
      'Values of a chart that are secret, from the secrets of the run',
    example: stringify({
      steps: [
        {
          id: 'create',
          action,
          name: 'Build the manifest',
          input: {
            cloud: 'cloud-one',
            name: 'cloud-one',
            edit: {},
            secretSpec: 'secretValues',
          },
        },
      ],
    }),
  },
  {
    description: 'An edit: two fields and nothing else',
    example: stringify({
      steps: [
        {
          id: 'create',
          action,
          name: 'Build the change',
          input: {
            cloud: 'cloud-one',
            name: 'cloud-one',
            edit: {
              set: { 'spec.size': 'small' },
              remove: ['spec.features.neutron.dns_servers'],
            },
          },
        },
      ],
    }),
  },
];
