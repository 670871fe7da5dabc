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

import { CephFacts } from '../../ceph/cephFacts';
import { cephOperators } from '../../ceph/operators';
import { isSuccess, readRound } from '../../kinds/cephRollout/readMessage';
import { referenceOf } from '../../topology/partsOfWorkloads';
import { HealthReason } from '../types';
import { HealthContext } from './types';

/** How the Ceph operator stands with what is asked of it. What it refuses leaves the cluster as it was. */
export function readCephSpecHealth(
  { spec }: CephFacts,
  { topology }: HealthContext,
): HealthReason[] {
  if (!spec) {
    return [];
  }
  const { status, metadata, kind } = spec;
  const { title } = cephOperators[kind];
  const about = `${kind} ${metadata.namespace}/${metadata.name}`;
  const reasons: HealthReason[] = [];
  const say = (
    code: string,
    state: HealthReason['state'],
    message: string,
    since?: string,
  ) => reasons.push({ code, state, message, since, object: referenceOf(spec) });

  if (!topology.components.some(({ id }) => id === 'operator/ceph')) {
    say(
      'OperatorMissing',
      'degraded',
      `No Ceph operator runs in the cluster, so no change of ${about} is handled`,
    );
  }
  if (metadata.deletionRequestedAt) {
    say(
      'BeingDeleted',
      'progressing',
      `${about} is being deleted`,
      metadata.deletionRequestedAt,
    );
  }
  const { validation, phase, message } = status;
  const isOlder =
    validation?.generation !== undefined &&
    validation.generation !== metadata.generation;
  if (phase === 'OnHold' || phase === 'Maintenance') {
    say('OnHold', 'progressing', `${about} is ${phase}: ${message ?? ''}`);
  } else if (isOlder || !validation?.result) {
    say(
      'ChangeUnderWay',
      'progressing',
      `${title} has not yet checked the present spec of ${about}`,
    );
  } else if (validation.result === 'Failed') {
    say(
      'SpecRefused',
      'degraded',
      `${title} refuses the spec of ${about}: ${
        validation.messages.join('; ') || message || 'no reason given'
      }`,
    );
  } else if (phase === 'Failed') {
    say(
      'SetUpFailed',
      'degraded',
      `${title} cannot set up ${about}: ${message ?? 'no reason given'}`,
    );
  } else if (phase === 'Deploying' || phase === 'Creating') {
    const failing = readRound(message).failed.length > 0;
    say(
      failing ? 'ApplyFailing' : 'Applying',
      failing ? 'degraded' : 'progressing',
      `${title} ${failing ? 'fails to apply' : 'applies'} ${about}${
        message ? `: ${message}` : ''
      }`,
    );
  } else if (phase === 'Ready' && !isSuccess(message)) {
    say('Applying', 'progressing', `${title} applies ${about}`);
  } else if (phase !== 'Ready' && phase !== 'Validation') {
    say(
      'UnknownState',
      'unknown',
      `${about} has the phase ${phase}, which the portal does not know`,
    );
  }
  return reasons;
}
