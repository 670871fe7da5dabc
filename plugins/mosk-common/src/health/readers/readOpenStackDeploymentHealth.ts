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

import { ProjectedOpenStackDeployment } from '../../kinds/OpenStackDeployment';
import { Count } from '../../kinds/OpenStackDeploymentStatus';
import { HealthReason } from '../types';
import { HealthReader, openStackFactsOf } from './types';

/** State of an OpenStackDeployment, where its status is about the spec of now. */
export const readOpenStackDeploymentHealth: HealthReader = (
  component,
  _workloads,
  context,
) => {
  const { object, status, standing } = openStackFactsOf(component, context);
  const name = `OpenStackDeployment ${component.resource?.namespace}/${component.resource?.name}`;
  const reasons: HealthReason[] = [];
  const say = (
    code: string,
    state: HealthReason['state'],
    message: string,
    since?: string,
  ) =>
    reasons.push({ code, state, message, since, object: component.resource });

  if (!object) {
    return reasons;
  }
  if (
    !context.topology.components.some(({ id }) => id === 'operator/openstack')
  ) {
    say(
      'OperatorMissing',
      'degraded',
      `No OpenStack Operator runs in the cluster, so no change of ${name} is handled`,
    );
  }
  if (object.metadata.deletionRequestedAt) {
    say(
      'BeingDeleted',
      'progressing',
      `${name} is being deleted`,
      object.metadata.deletionRequestedAt,
    );
  }
  if (object.handling.retrying) {
    const { retries, message, startedAt } = object.handling.retrying;
    say(
      'Retrying',
      'degraded',
      `The operator failed ${retries} times to handle ${name} and tries again: ${
        message ?? 'no reason given'
      }`,
      startedAt,
    );
  }
  switch (standing) {
    case 'draft':
      say(
        'Draft',
        'unknown',
        `${name} is a draft: the operator applies nothing of it, and its status is about an older spec`,
      );
      return reasons;
    case 'absent':
      say(
        'NotHandled',
        'progressing',
        `The operator has not yet taken up ${name}`,
        object.metadata.createdAt,
      );
      return reasons;
    case 'older':
      if (status?.state === 'APPLYING') {
        say(
          'Applying',
          'progressing',
          applyingOf(name, status.lcmProgress),
          status.timestamp,
        );
        return reasons;
      }
      say(
        'StatusOfOlderSpec',
        canBeTold(object) ? 'progressing' : 'unknown',
        canBeTold(object)
          ? `The operator has not yet taken up the present spec of ${name}`
          : `Nothing tells whether the status of ${name} is about its present spec`,
        status?.timestamp,
      );
      return reasons;
    default:
  }
  if (status?.state === 'FAILED') {
    say('Failed', 'failed', failureOf(name, status.cause), status.timestamp);
  } else if (status?.state === 'APPLYING') {
    say(
      'Applying',
      'progressing',
      applyingOf(name, status.lcmProgress),
      status.timestamp,
    );
  } else if (status?.state !== 'APPLIED') {
    say(
      'UnknownState',
      'unknown',
      `${name} has the state ${status?.state}, which the portal does not know`,
      status?.timestamp,
    );
  }
  return reasons;
};

function failureOf(name: string, cause: string | undefined): string {
  return `The operator gave up on ${name}: ${cause ?? 'no reason given'}`;
}

function applyingOf(name: string, count: Count | undefined): string {
  return `The operator applies ${name}${
    count ? `: ${count.done} of ${count.total} services` : ''
  }`;
}

function canBeTold({ handling }: ProjectedOpenStackDeployment): boolean {
  return handling.handledSpec !== 'unknown' || Boolean(handling.unfinished);
}
