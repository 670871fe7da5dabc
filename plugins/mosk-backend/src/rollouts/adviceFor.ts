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

import { MoskViews, Rollout } from '@mosk-portal/plugin-mosk-common';
import {
  kubectlObject,
  openStackCommands,
  operatorLogs,
} from '../clouds/componentCommands';
import { helmBundleCommands } from '../clouds/helmBundleCommands';

type Advice = MoskViews.RolloutDetailAllOfAdvice;

/** What to do next about a rollout that does not move or has failed; nothing for any other. */
export function adviceFor(rollout: Rollout): Advice[] {
  if (!['stalled', 'failed'].includes(rollout.state)) {
    return [];
  }
  if (rollout.object.kind === 'HelmBundle') {
    return helmBundleAdvice(rollout);
  }
  const culprit = rollout.waitingFor?.object;
  const first: Advice[] = culprit
    ? [
        {
          title: `Look at what it waits for: ${culprit.kind} ${culprit.name}`,
          command: kubectlObject('describe', culprit),
        },
      ]
    : [];
  return [
    ...first,
    ...(rollout.object.kind === 'OpenStackDeployment'
      ? openStackAdvice(rollout)
      : [
          {
            title: 'Look at the custom resource and its events',
            command: kubectlObject('describe', rollout.object),
          },
        ]),
  ];
}

function helmBundleAdvice({ object, waitingFor }: Rollout): Advice[] {
  const culprit = waitingFor?.object;
  return [
    ...(culprit && culprit.kind !== object.kind
      ? [
          {
            title: `Look at what it waits for: ${culprit.kind} ${culprit.name}`,
            command: kubectlObject('describe', culprit),
          },
        ]
      : []),
    ...helmBundleCommands(object),
    {
      title:
        'The HelmBundle Operator tries again by itself, without end: remove what stands in its way, such as a chart that is not there or a namespace that is missing, or correct the release',
    },
  ];
}

function openStackAdvice(rollout: Rollout): Advice[] {
  const { object, state, cause } = rollout;
  const [, services] = openStackCommands(object);
  const look: Advice[] = [
    {
      title: 'Read what the OpenStack operator says',
      command: operatorLogs.command,
    },
    { title: 'See the state of each service', command: services.command },
    {
      title: 'See which pods are not ready',
      command: `kubectl -n ${
        object.namespace ?? 'openstack'
      } get pods --field-selector=status.phase!=Succeeded -o wide`,
    },
  ];
  if (cause === 'delete') {
    return [
      ...look,
      {
        title:
          'The operator deletes one service after the other and releases the finalizer at the end; do not remove the finalizer by hand, or what is left has to be cleaned up by hand',
      },
    ];
  }
  return state === 'failed'
    ? [
        ...look,
        {
          title:
            'Nothing is tried again by itself. Remove the cause, then correct the spec, or restart the operator to run the same spec again',
          command: 'kubectl -n osh-system rollout restart deployment/rockoon',
        },
      ]
    : [
        ...look,
        {
          title:
            'The operator tries again every 10 seconds: remove what stands in its way and the rollout goes on by itself',
        },
      ];
}
