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

import { Button, Flex, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiForbidLine,
  RiSpeedUpLine,
  RiToolsLine,
} from '@remixicon/react';
import { useState } from 'react';
import { Elapsed } from '../../shared/Elapsed';
import { HealthChip } from '../../shared/HealthChip';
import { isUnwell } from '../../shared/isUnwell';
import { ReasonList } from '../../shared/ReasonList';
import { StateChip } from '../../shared/StateChip';
import { NodeWorkloads } from './NodeWorkloads';

/** `memory`, of `MemoryPressure`. */
const scarce = (pressure: string) =>
  pressure.replace(/Pressure$/, '').toLocaleLowerCase('en-US');

export interface NodeRowProps {
  cloud: string;
  node: MoskViews.NodeSummary;
  /** What is on it is shown without being asked for. */
  isOpen: boolean;
}

/** State of a node, what keeps pods from it, what it is for, and what stands on it. */
export function NodeRow({ cloud, node, isOpen }: NodeRowProps) {
  const [isAsked, setAsked] = useState<boolean>();
  const showsPods = isAsked ?? isOpen;
  const { name, state, roles, cordoned, maintenance, pressures } = node;
  const { kubeletVersion, readySince, reasons } = node;
  const about = [
    roles.join(', '),
    kubeletVersion && `kubelet ${kubeletVersion}`,
  ].filter(Boolean);
  return (
    <Flex direction="column" gap="1">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <HealthChip state={state} />
        <Text as="span" weight="bold">
          {name}
        </Text>
        {cordoned && (
          <StateChip word="Cordoned" tone="neutral" icon={RiForbidLine} />
        )}
        {maintenance !== undefined && (
          <StateChip word="In maintenance" tone="info" icon={RiToolsLine} />
        )}
        {pressures.map(pressure => (
          <StateChip
            key={pressure}
            word={`Short of ${scarce(pressure)}`}
            tone="warning"
            icon={RiSpeedUpLine}
          />
        ))}
        {readySince && (
          <Text as="span" color="secondary">
            {isUnwell(node) ? 'so' : 'ready'} for <Elapsed from={readySince} />
          </Text>
        )}
      </Flex>
      {about.length > 0 && (
        <Text as="p" color="secondary">
          {about.join(' · ')}
        </Text>
      )}
      {maintenance && (
        <Text as="p" color="secondary">
          Kept free of pods by {maintenance}
        </Text>
      )}
      <ReasonList reasons={reasons} />
      <div>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={showsPods}
          aria-label={`What is on it: ${name}`}
          iconEnd={showsPods ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
          onPress={() => setAsked(!showsPods)}
        >
          What is on it
        </Button>
      </div>
      {showsPods && <NodeWorkloads cloud={cloud} name={name} />}
    </Flex>
  );
}
