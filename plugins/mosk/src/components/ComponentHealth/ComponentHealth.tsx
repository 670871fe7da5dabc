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

import { Flex, Link, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { Alerts } from '../Alerts/Alerts';
import { Charts } from '../Charts/Charts';
import { CommandLine } from '../shared/CommandLine';
import { ConnectionBanner } from '../shared/ConnectionBanner';
import { Elapsed } from '../shared/Elapsed';
import { HealthChip } from '../shared/HealthChip';
import { MissingBanner } from '../shared/MissingBanner';
import { reasonsBesideConnection } from '../shared/outOfReach';
import { ReasonList } from '../shared/ReasonList';
import { Section } from '../shared/Section';
import { StackLightSection } from '../StackLight/StackLightSection';
import { CephSection } from './CephSection';
import { DependencyList } from './DependencyList';
import { HelmReleaseSection } from './HelmReleaseSection';
import { LastRollout } from './LastRollout';
import { ManifestSection } from './ManifestSection';
import { WorkloadList } from './WorkloadList';

export function ComponentHealth({
  component,
}: {
  component: MoskViews.ComponentDetail;
}) {
  const lastKnown = component.connection.state !== 'live';
  return (
    <Flex direction="column" gap="5">
      <ConnectionBanner
        cloud={component.cloud}
        connection={component.connection}
      />
      <MissingBanner missing={component.missing} />
      <Flex direction="column" gap="2">
        <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
          <Text as="h2" variant="title-small">
            {component.title}
          </Text>
          <HealthChip state={component.state} lastKnown={lastKnown} />
          <Text as="span" color="secondary">
            {component.since && (
              <>
                for <Elapsed from={component.since} />
              </>
            )}
            {component.version &&
              `${component.since ? ' · ' : ''}version ${component.version}`}
          </Text>
        </Flex>
        <ReasonList reasons={reasonsBesideConnection(component.reasons)} />
      </Flex>
      <CephSection ceph={component.ceph} lastKnown={lastKnown} />
      <DependencyList component={component} />
      <Alerts cloud={component.cloud} component={component.id} />
      <Charts cloud={component.cloud} component={component.id} />
      {component.type === 'stacklight' && (
        <StackLightSection cloud={component.cloud} lastKnown={lastKnown} />
      )}
      <HelmReleaseSection release={component.release} />
      <LastRollout rollout={component.lastRollout} />
      <WorkloadList workloads={component.workloads} lastKnown={lastKnown} />
      {component.commands.length > 0 && (
        <Section title="Look closer with kubectl">
          {component.commands.map(({ title, command }) => (
            <CommandLine key={title} title={title} command={command} />
          ))}
        </Section>
      )}
      {component.links.length > 0 && (
        <Section title="Links">
          <Flex gap="3" style={{ flexWrap: 'wrap' }}>
            {component.links.map(({ title, url }) => (
              <Link key={url} href={url} target="_blank" rel="noopener">
                {title}
              </Link>
            ))}
          </Flex>
        </Section>
      )}
      {component.resource && (
        <ManifestSection cloud={component.cloud} object={component.resource} />
      )}
    </Flex>
  );
}
