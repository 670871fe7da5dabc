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
import { Card, CardBody, Flex, Link, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { cloudRouteRef } from '../../routes';
import { alertCountWords } from '../Alerts/alertCountWords';
import { EntityName } from '../shared/EntityName';
import { Facts } from '../shared/Facts';
import { Freshness } from '../shared/Freshness';
import { HealthChip, healthLooks } from '../shared/HealthChip';
import { ConnectionBanner } from '../shared/ConnectionBanner';
import { ReasonList } from '../shared/ReasonList';
import { reasonsBesideConnection } from '../shared/outOfReach';
import { StateChip } from '../shared/StateChip';
import { NoOpenStack } from '../shared/NoOpenStack';
import { RunningRollout } from '../shared/RunningRollout';
import { countWords } from './countWords';

const SHOWN_REASONS = 3;

export function CloudCard({ cloud }: { cloud: MoskViews.CloudSummary }) {
  const toCloud = useRouteRef(cloudRouteRef);
  const isLive = cloud.connection.state === 'live';
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="3">
          <Flex justify="between" gap="2" style={{ flexWrap: 'wrap' }}>
            <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
              <Text as="h2" variant="title-x-small">
                <Link
                  href={toCloud({ cloud: cloud.name })}
                  variant="title-x-small"
                >
                  {cloud.title}
                </Link>
              </Text>
              <HealthChip state={cloud.state} lastKnown={!isLive} />
            </Flex>
            <Freshness connection={cloud.connection} />
          </Flex>
          <ReasonList
            reasons={reasonsBesideConnection(cloud.reasons)}
            most={SHOWN_REASONS}
          />
          <ConnectionBanner cloud={cloud.name} connection={cloud.connection} />
          <NoOpenStack cloud={cloud} />
          {cloud.missing.length > 0 && (
            <div>
              <StateChip
                {...healthLooks.unknown}
                word={`Not read: ${cloud.missing
                  .map(part => part.kind)
                  .join(', ')}`}
              />
            </div>
          )}
          {cloud.runningRollouts.map(rollout => (
            <RunningRollout key={rollout.id} rollout={rollout} />
          ))}
          <Facts
            facts={[
              { label: 'Components', value: countWords(cloud.counts) },
              { label: 'Alerts', value: alertCountWords(cloud.alerts) },
              { label: 'MOSK', value: cloud.moskRelease },
              { label: 'OpenStack', value: cloud.openstackRelease },
              {
                label: 'Owner',
                value: cloud.owner && <EntityName entityRef={cloud.owner} />,
              },
              {
                label: 'Access',
                value: cloud.readOnly
                  ? `Read-only${
                      cloud.readOnlyReason ? `: ${cloud.readOnlyReason}` : ''
                    }`
                  : undefined,
              },
            ]}
          />
        </Flex>
      </CardBody>
    </Card>
  );
}
