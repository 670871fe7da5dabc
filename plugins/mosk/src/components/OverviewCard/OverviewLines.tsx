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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useEntityLink } from '../../hooks/useEntityLink';
import { rolloutRouteRef } from '../../routes';
import { rolloutTitle } from '../shared/causeWords';
import { Freshness } from '../shared/Freshness';
import { HealthChip } from '../shared/HealthChip';
import { RelativeTime } from '../shared/RelativeTime';
import { RolloutChip } from '../shared/RolloutChip';

export interface OverviewLinesProps {
  state: MoskViews.HealthState;
  reason: string | undefined;
  connection: MoskViews.CloudConnection;
  rollout: MoskViews.RolloutSummary | undefined;
  noRollout: string;
}

export function OverviewLines(props: OverviewLinesProps) {
  const { state, reason, connection, rollout, noRollout } = props;
  const toRollout = useRouteRef(rolloutRouteRef);
  const { entity } = useEntity();
  const entityLink = useEntityLink()(stringifyEntityRef(entity));
  const healthLink = entityLink && `${entityLink}/health`;
  const isLive = connection.state === 'live';
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <HealthChip state={state} lastKnown={!isLive} />
        {reason && <Text as="span">{reason}</Text>}
        {!isLive && <Freshness connection={connection} />}
        {healthLink && <Link href={healthLink}>Health</Link>}
      </Flex>
      {rollout ? (
        <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
          <RolloutChip state={rollout.state} />
          <Link href={toRollout({ id: rollout.id })}>
            {rolloutTitle(rollout)}
          </Link>
          <Text as="span" color="secondary">
            <RelativeTime at={rollout.endedAt ?? rollout.startedAt} />
          </Text>
        </Flex>
      ) : (
        <Text as="p" color="secondary">
          {noRollout}
        </Text>
      )}
    </Flex>
  );
}
