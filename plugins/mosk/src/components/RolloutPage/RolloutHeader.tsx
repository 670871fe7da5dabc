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
import { cloudRouteRef, rolloutRouteRef } from '../../routes';
import { rolloutTitle, wasOverAtFirstSight } from '../shared/causeWords';
import { Elapsed } from '../shared/Elapsed';
import { EntityName } from '../shared/EntityName';
import { Facts } from '../shared/Facts';
import { formatDuration } from '../shared/formatDuration';
import { RelativeTime } from '../shared/RelativeTime';
import { RolloutChip } from '../shared/RolloutChip';
import { isEnded } from './isEnded';

export function RolloutHeader({
  rollout,
}: {
  rollout: MoskViews.RolloutDetail;
}) {
  const toCloud = useRouteRef(cloudRouteRef);
  const toRollout = useRouteRef(rolloutRouteRef);
  const ended = isEnded(rollout);
  const { previousRolloutId, nextRolloutId, usualSeconds } = rollout;
  return (
    <Flex direction="column" gap="3">
      <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
        <Text as="h1" variant="title-small">
          {rolloutTitle(rollout)}
        </Text>
        <RolloutChip state={rollout.state} />
      </Flex>
      <Facts
        facts={[
          {
            label: ended ? 'Took' : 'Elapsed',
            value: wasOverAtFirstSight(rollout) ? (
              'Unknown: it had ended before the portal first saw it'
            ) : (
              <>
                <Elapsed from={rollout.startedAt} to={rollout.endedAt} />
                {usualSeconds !== undefined &&
                  `, usually ${formatDuration(usualSeconds * 1000)}`}
              </>
            ),
          },
          {
            label: 'Started',
            value: <RelativeTime at={rollout.startedAt} />,
          },
          {
            label: 'Last moved',
            value: !ended && <RelativeTime at={rollout.lastMovedAt} />,
          },
          {
            label: 'Ended',
            value: rollout.endedAt && <RelativeTime at={rollout.endedAt} />,
          },
          {
            label: 'Cloud',
            value: (
              <Link href={toCloud({ cloud: rollout.cloud })}>
                {rollout.cloud}
              </Link>
            ),
          },
          {
            label: 'Object',
            value: (
              <EntityName entityRef={rollout.entityRef}>
                {rollout.object.name}
              </EntityName>
            ),
          },
          {
            label: 'Others of this object',
            value: (previousRolloutId || nextRolloutId) && (
              <Flex gap="2">
                {previousRolloutId && (
                  <Link href={toRollout({ id: previousRolloutId })}>
                    previous
                  </Link>
                )}
                {nextRolloutId && (
                  <Link href={toRollout({ id: nextRolloutId })}>next</Link>
                )}
              </Flex>
            ),
          },
        ]}
      />
    </Flex>
  );
}
