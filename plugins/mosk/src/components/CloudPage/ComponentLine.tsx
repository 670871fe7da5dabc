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

import { Flex, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { EntityName } from '../shared/EntityName';
import { Elapsed } from '../shared/Elapsed';
import { HealthChip } from '../shared/HealthChip';
import { reasonsBesideConnection } from '../shared/outOfReach';
import { ReasonList } from '../shared/ReasonList';
import { Causes } from './Causes';

const SHOWN_REASONS = 4;

export interface ComponentLineProps {
  component: MoskViews.ComponentSummary;
  all: MoskViews.ComponentSummary[];
  lastKnown: boolean;
}

/** State, name, for how long, pods, reasons, and the causes by name. */
export function ComponentLine(props: ComponentLineProps) {
  const { component, all, lastKnown } = props;
  const { workloadsReady, workloadsWanted } = component;
  return (
    <Flex direction="column" gap="1">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <HealthChip state={component.state} lastKnown={lastKnown} />
        <Text as="span" weight="bold">
          <EntityName entityRef={component.entityRef}>
            {component.title}
          </EntityName>
        </Text>
        <Text as="span" color="secondary">
          {component.since && (
            <>
              for <Elapsed from={component.since} />
            </>
          )}
          {workloadsWanted > 0 &&
            `${
              component.since ? ' · ' : ''
            }${workloadsReady} of ${workloadsWanted} pods ready`}
        </Text>
      </Flex>
      <ReasonList
        reasons={reasonsBesideConnection(component.reasons)}
        most={SHOWN_REASONS}
      />
      <Causes component={component} all={all} />
    </Flex>
  );
}
