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

import { SandboxDescription } from './description';
import { StackLightAddresses } from '../stacklight/types';

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

/**
 * How long the portal waits before it judges a rollout, at time scale 1, in milliseconds: the sandbox needs a minute
 * where a real cloud needs a good part of an hour.
 */
const judgement = {
  settle: 3_000,
  stuck: 60_000,
  failing: 45_000,
  unwell: 10_000,
};
/** However fast the operators are, the portal itself needs some time. */
const leastPatience = 5_000;

/** The part of a portal's configuration by which it finds the clouds and judges their rollouts. */
export function portalConfiguration(
  { clouds, timeScale }: Pick<SandboxDescription, 'clouds' | 'timeScale'>,
  options: { throughProxy: boolean },
) {
  const patience = (duration: number) => ({
    milliseconds: Math.max(leastPatience, duration * timeScale),
  });
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
      rollouts: {
        settle: { milliseconds: judgement.settle * timeScale },
        stuck: patience(judgement.stuck),
        failing: patience(judgement.failing),
      },
      health: { settle: patience(judgement.unwell) },
      clusters: clouds.map(({ name, tokens, stackLight }) => ({
        name,
        title: name.replace(
          /(^|-)(\w)/g,
          (_, dash, letter) => `${dash && ' '}${letter.toUpperCase()}`,
        ),
        owner: 'group:default/cloud-operators',
        token: tokens.portal,
        ...(stackLight && { stackLight: stackLightSection(stackLight) }),
      })),
    },
  };
}

/** As a portal outside of the cluster has it: OpenSearch is reached through its Dashboards. */
function stackLightSection(addresses: StackLightAddresses) {
  const { prometheus, alertmanager, grafana, openSearchDashboards, token } =
    addresses;
  return {
    prometheus: { url: prometheus },
    alertmanager: { url: alertmanager },
    ...(openSearchDashboards && {
      openSearchDashboards: { url: openSearchDashboards },
    }),
    grafana: { url: grafana },
    auth: { type: 'bearer', token },
  };
}
