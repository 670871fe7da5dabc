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

import { CloudSnapshot, MissingPart } from '../snapshot/types';
import { Component, ComponentType } from '../topology/types';
import { isUnwell } from './severity';
import { HealthReason, HealthState } from './types';

const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Kinds without a current list of which nothing sure can be said of a component. */
const neededKinds: Partial<Record<ComponentType, readonly string[]>> = {
  'kubernetes-cluster': ['Node'],
  operator: ['Deployment'],
  'openstack-deployment': ['OpenStackDeployment', 'OpenStackDeploymentStatus'],
  'openstack-service': [...workloadKinds, 'OpenStackDeploymentStatus'],
  'ceph-cluster': [
    'Deployment',
    'CephCluster',
    'MiraCeph',
    'MiraCephHealth',
    'CephDeployment',
    'CephDeploymentHealth',
  ],
  'ceph-pool': ['CephBlockPool'],
  'ceph-csi': workloadKinds,
  'helm-bundle': ['HelmBundle'],
  'helm-release': ['HelmBundle', ...workloadKinds],
  stacklight: workloadKinds,
  'stacklight-component': workloadKinds,
};

/**
 * Why the health of a component that was read may not be what it is now. What looked well is
 * unknown then; what was unwell is shown as last seen.
 */
export function doubtsOf(
  component: Component,
  state: HealthState,
  snapshot: CloudSnapshot,
): HealthReason[] {
  const { connection, missing } = snapshot;
  const tells = component.type !== 'mosk-cloud';
  if (connection.state !== 'live') {
    return [
      {
        code: 'CloudOutOfReach',
        state: 'unknown',
        message: sentenceOf(snapshot, tells && isUnwell(state)),
        since: connection.since,
      },
    ];
  }
  const lacking = missing.filter(({ kind }) =>
    (neededKinds[component.type] ?? []).includes(kind),
  );
  return lacking.map(({ kind, reason }: MissingPart) => ({
    code: 'PartialData',
    state: 'unknown',
    message: `No current list of ${kind} objects: ${reason}`,
  }));
}

function sentenceOf(
  { connection, cloud }: CloudSnapshot,
  unwell: boolean,
): string {
  const { state, lastContactAt, error } = connection;
  const why = error ? `: ${error}` : '';
  const how = {
    connecting: `The API server of ${cloud} is being read for the first time`,
    live: '',
    stale: `The API server of ${cloud} is out of reach`,
    unauthorized: `The API server of ${cloud} refuses the token of the portal`,
    unreachable: `The API server of ${cloud} was not reached yet`,
    misconfigured: `${cloud} is configured wrongly`,
  }[state];
  if (!lastContactAt) {
    return `${how}${why}`;
  }
  return `${how}${why}. ${
    unwell ? 'This is' : 'It looked well, but that is'
  } how it was last seen`;
}
