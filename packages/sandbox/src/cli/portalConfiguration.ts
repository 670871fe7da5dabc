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

import { CloudDescription } from './description';

/** What the roles of the install guide let the kubernetes plugin read. */
const objectTypes = [
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
  'services',
  'ingresses',
];

/** The part of a portal's configuration by which it finds the clouds. */
export function portalConfiguration(
  clouds: CloudDescription[],
  options: { throughProxy: boolean },
) {
  return {
    kubernetes: {
      serviceLocatorMethod: { type: 'singleTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clouds.map(cloud => ({
            name: cloud.name,
            url: options.throughProxy ? cloud.proxyUrl : cloud.url,
            authProvider: 'serviceAccount',
            serviceAccountToken: cloud.tokens.reader,
            caData: cloud.caData,
            skipMetricsLookup: true,
          })),
        },
      ],
      objectTypes,
    },
    mosk: {
      clusters: clouds.map(({ name, tokens }) => ({
        name,
        title: name.replace(
          /(^|-)(\w)/g,
          (_, dash, letter) => `${dash && ' '}${letter.toUpperCase()}`,
        ),
        owner: 'group:default/cloud-operators',
        token: tokens.portal,
      })),
    },
  };
}
