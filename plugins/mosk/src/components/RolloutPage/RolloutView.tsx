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

import { Alert, Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { ConnectionBanner } from '../shared/ConnectionBanner';
import { DiffView } from '../shared/DiffView';
import { EmptyState } from '../shared/EmptyState';
import { ProgressBar } from '../shared/ProgressBar';
import { Section } from '../shared/Section';
import { WaitingFor } from '../shared/WaitingFor';
import { Advice } from './Advice';
import { isEnded } from './isEnded';
import { Origin } from './Origin';
import { RolloutHeader } from './RolloutHeader';
import { Timeline } from './Timeline';
import { TransitionList } from './TransitionList';

export function RolloutView({ rollout }: { rollout: MoskViews.RolloutDetail }) {
  const troubled = rollout.state === 'failed' || rollout.state === 'stalled';
  return (
    <Flex direction="column" gap="5">
      <RolloutHeader rollout={rollout} />
      <ConnectionBanner cloud={rollout.cloud} connection={rollout.connection} />
      {rollout.message && (
        <Alert
          status={troubled ? 'danger' : 'info'}
          icon
          title={troubled ? 'What the operator says' : undefined}
          description={rollout.message}
        />
      )}
      {!isEnded(rollout) && (
        <Flex direction="column" gap="2">
          <ProgressBar progress={rollout.progress} label="Progress" />
          <WaitingFor waitingFor={rollout.waitingFor} />
        </Flex>
      )}
      <Advice advice={rollout.advice} />
      <Section title="Steps">
        <Timeline rollout={rollout} />
      </Section>
      <Tabs>
        <TabList aria-label="More about this rollout">
          <Tab id="diff">What changed</Tab>
          <Tab id="transitions">Transitions</Tab>
          <Tab id="origin">Who asked</Tab>
        </TabList>
        <TabPanel id="diff">
          {rollout.diff ? (
            <DiffView diff={rollout.diff} />
          ) : (
            <EmptyState title="No diff">
              The spec did not change in this run, or what it was before was not
              seen.
            </EmptyState>
          )}
        </TabPanel>
        <TabPanel id="transitions">
          <TransitionList rollout={rollout} />
        </TabPanel>
        <TabPanel id="origin">
          <Origin rollout={rollout} />
        </TabPanel>
      </Tabs>
    </Flex>
  );
}
