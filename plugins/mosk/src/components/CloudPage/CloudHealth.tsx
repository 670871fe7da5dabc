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

import { Alert, Flex } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useState } from 'react';
import { Alerts } from '../Alerts/Alerts';
import { Charts } from '../Charts/Charts';
import { ConnectionBanner } from '../shared/ConnectionBanner';
import { MissingBanner } from '../shared/MissingBanner';
import { NoOpenStack } from '../shared/NoOpenStack';
import { RunningRollout } from '../shared/RunningRollout';
import { Section } from '../shared/Section';
import { CloudHeader } from './CloudHeader';
import { FoldedList } from './FoldedList';
import { GroupFilter } from './GroupFilter';
import { NodeList } from './nodes/NodeList';
import { orderByCause } from './orderByCause';
import { UnwellList } from './UnwellList';

const wholes = ['mosk-cloud', 'kubernetes-cluster'];

export function CloudHealth({ cloud }: { cloud: MoskViews.CloudDetail }) {
  const [group, setGroup] = useState<string>();
  // The sum of what is listed is not one more of them; nodes have a list of their own.
  const components = cloud.components.filter(
    ({ type }) => !wholes.includes(type),
  );
  const whole = cloud.components.find(({ type }) => type === 'mosk-cloud');
  const shown = components.filter(part => !group || part.group === group);
  return (
    <Flex direction="column" gap="5">
      <CloudHeader cloud={cloud} />
      <ConnectionBanner cloud={cloud.name} connection={cloud.connection} />
      <MissingBanner missing={cloud.missing} />
      <NoOpenStack cloud={cloud} />
      {cloud.refusals
        ?.filter(({ passing }) => passing)
        .map(({ kind, reason }) => (
          <Alert
            key={kind}
            status="warning"
            icon
            title={`Changes of ${kind} would be refused now`}
            description={reason}
          />
        ))}
      <Section title="What is not well">
        <GroupFilter
          components={components}
          chosen={group}
          onChoose={setGroup}
        />
        <UnwellList
          causes={orderByCause(shown, components)}
          shown={shown}
          cloud={cloud}
        />
      </Section>
      <Alerts cloud={cloud.name} />
      {whole && <Charts cloud={cloud.name} component={whole.id} />}
      {cloud.runningRollouts.length > 0 && (
        <Section title="Running now">
          {cloud.runningRollouts.map(rollout => (
            <RunningRollout key={rollout.id} rollout={rollout} />
          ))}
        </Section>
      )}
      <NodeList
        cloud={cloud.name}
        nodes={cloud.nodes}
        isLive={cloud.connection.state === 'live'}
      />
      {(['unknown', 'progressing', 'healthy'] as const).map(state => (
        <FoldedList
          key={state}
          components={shown}
          state={state}
          isLive={cloud.connection.state === 'live'}
        />
      ))}
    </Flex>
  );
}
