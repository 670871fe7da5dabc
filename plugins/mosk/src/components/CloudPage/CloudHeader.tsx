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
import { rolloutsRouteRef } from '../../routes';
import { countWords } from '../CloudsPage/countWords';
import { EntityName } from '../shared/EntityName';
import { Facts } from '../shared/Facts';
import { Freshness } from '../shared/Freshness';
import { HealthChip } from '../shared/HealthChip';

export function CloudHeader({ cloud }: { cloud: MoskViews.CloudDetail }) {
  const toRollouts = useRouteRef(rolloutsRouteRef);
  return (
    <Flex direction="column" gap="3">
      <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
        <Text as="h1" variant="title-small">
          {cloud.title}
        </Text>
        <HealthChip
          state={cloud.state}
          lastKnown={cloud.connection.state !== 'live'}
        />
        <Freshness connection={cloud.connection} />
      </Flex>
      <Facts
        facts={[
          { label: 'Components', value: countWords(cloud.counts) },
          { label: 'MOSK', value: cloud.moskRelease },
          { label: 'OpenStack', value: cloud.openstackRelease },
          {
            label: 'In the catalog',
            value: cloud.entityRef && (
              <EntityName entityRef={cloud.entityRef}>{cloud.name}</EntityName>
            ),
          },
          {
            label: 'Changes',
            value: (
              <Link
                href={`${toRollouts()}?cloud=${encodeURIComponent(cloud.name)}`}
              >
                Rollouts of this cloud
              </Link>
            ),
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
  );
}
