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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { rolloutRouteRef } from '../../routes';
import { rolloutTitle } from './causeWords';
import { Elapsed } from './Elapsed';
import { formatDuration } from './formatDuration';
import { ProgressBar } from './ProgressBar';
import { RolloutChip } from './RolloutChip';
import { WaitingFor } from './WaitingFor';

/** A rollout that is not over: how far it is and what it waits for. */
export function RunningRollout({
  rollout,
}: {
  rollout: MoskViews.RolloutSummary;
}) {
  const toRollout = useRouteRef(rolloutRouteRef);
  const title = rolloutTitle(rollout);
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <RolloutChip state={rollout.state} />
        <Link href={toRollout({ id: rollout.id })} weight="bold">
          {title}
        </Link>
        <Text as="span" color="secondary">
          for <Elapsed from={rollout.startedAt} />
          {rollout.usualSeconds !== undefined &&
            `, usually ${formatDuration(rollout.usualSeconds * 1000)}`}
        </Text>
      </Flex>
      <ProgressBar progress={rollout.progress} label={`Progress: ${title}`} />
      <WaitingFor waitingFor={rollout.waitingFor} />
    </Flex>
  );
}
