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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { objectName } from './objectName';

export const causeWords: Record<MoskViews.RolloutSummary['cause'], string> = {
  create: 'Creation',
  change: 'Change',
  upgrade: 'Upgrade',
  delete: 'Deletion',
  resume: 'Run without a new spec (operator restarted or updated)',
  watched: 'Run without a new spec (something it watches changed)',
};

/** It had ended before the portal first saw its object, so that nothing is known of how it went. */
export function wasOverAtFirstSight({
  startedAt,
  endedAt,
}: Pick<MoskViews.RolloutSummary, 'startedAt' | 'endedAt'>): boolean {
  return startedAt === endedAt;
}

/** `Upgrade of OpenStackDeployment openstack/osh-dev`, short enough for a line. */
export function rolloutTitle(
  rollout: Pick<
    MoskViews.RolloutSummary,
    'cause' | 'object' | 'startedAt' | 'endedAt'
  >,
): string {
  if (wasOverAtFirstSight(rollout) && rollout.cause !== 'delete') {
    return `First sight of ${objectName(rollout.object)}`;
  }
  const short =
    causeWords[rollout.cause]?.replace(/ \(.*/, '') ?? rollout.cause;
  return `${short} of ${objectName(rollout.object)}`;
}
