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

import {
  findOpenStackService,
  openStackServiceOfHealthKey,
} from '../../openstack/services';
import { HealthReason } from '../types';
import { HealthReader, openStackFactsOf } from './types';

/** What the operator says of a service, beside what its workloads show. */
export const readOpenStackServiceHealth: HealthReader = (
  component,
  workloads,
  context,
) => {
  const { status, standing } = openStackFactsOf(component, context);
  const key = component.id.slice('openstack-service/'.length);
  const service = findOpenStackService(key);
  const row = status?.services[key];
  const reasons: HealthReason[] = [];
  const say = (
    code: string,
    state: HealthReason['state'],
    message: string,
    since?: string,
  ) => reasons.push({ code, state, message, since });

  if (standing === 'older') {
    say(
      'ChangeUnderWay',
      'progressing',
      `The operator is not through with the present spec of the deployment that ${component.title} belongs to`,
    );
  } else if (row && standing === 'current') {
    const ended = status?.state === 'FAILED';
    if (row.state === 'WAITING') {
      say(
        'WaitingForTurn',
        'progressing',
        `${component.title} waits for its turn in the upgrade`,
      );
    } else if (row.state === 'APPLYING') {
      say(
        ended ? 'NotApplied' : 'Applying',
        ended ? 'degraded' : 'progressing',
        ended
          ? `The operator gave up before ${component.title} was applied`
          : `The operator applies ${component.title}`,
        row.timestamp,
      );
    } else if (row.state === 'DELETING') {
      say(
        'BeingDeleted',
        'progressing',
        `${component.title} is being removed`,
        row.timestamp,
      );
    } else if (row.state !== 'APPLIED') {
      say(
        'UnknownState',
        'unknown',
        `${component.title} has the state ${row.state}, which the portal does not know`,
        row.timestamp,
      );
    }
  }

  if (workloads.length === 0) {
    const unhealthy = Object.entries(status?.applications ?? {})
      .filter(
        ([application]) =>
          openStackServiceOfHealthKey(application)?.key === key,
      )
      .flatMap(([application, components]) =>
        Object.entries(components)
          .filter(([, { ready }]) => !ready)
          .map(([name]) => `${application}/${name}`),
      );
    if (unhealthy.length > 0 && standing === 'current') {
      say(
        'ReportedUnhealthy',
        'degraded',
        `The operator reports ${unhealthy.join(', ')} as unhealthy`,
      );
    } else if (!(service?.withoutHealth && row && standing === 'current')) {
      say(
        'NothingToJudgeBy',
        row && row.state !== 'APPLIED' ? 'progressing' : 'unknown',
        `No workload of ${component.title} was found, so nothing tells whether it is well`,
      );
    }
  }
  return reasons;
};
