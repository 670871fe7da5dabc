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

import { Flex, Text, ToggleButton } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useState } from 'react';
import { isUnwell } from '../../shared/isUnwell';
import lists from '../../shared/lists.module.css';
import { Section } from '../../shared/Section';
import { nodeGroups, nodeWords } from './nodeGroups';
import { NodeRow } from './NodeRow';

/** With more unwell nodes than these the pods of each are read only when asked for. */
const mostOpened = 3;

export interface NodeListProps {
  cloud: string;
  nodes: MoskViews.NodeSummary[];
  isLive: boolean;
}

/** How many nodes are ready, those that need a look, and any others that a person asks for. */
export function NodeList({ cloud, nodes, isLive }: NodeListProps) {
  const [chosen, setChosen] = useState('look');
  if (!nodes.length) {
    return null;
  }
  if (!isLive && nodes.every(({ state }) => state === 'unknown')) {
    return (
      <Section title="Nodes">
        <Text as="p" color="secondary">
          {nodes.length} when last heard of
        </Text>
      </Section>
    );
  }
  const groups = nodeGroups(nodes);
  const unwell = nodes.filter(isUnwell).length;
  const shown = groups.find(({ id }) => id === chosen) ?? groups[0];
  return (
    <Section title="Nodes">
      <Text as="p" color="secondary">
        {nodeWords(nodes)}
      </Text>
      <Flex
        gap="2"
        role="group"
        aria-label="Show nodes"
        style={{ flexWrap: 'wrap' }}
      >
        {groups.map(group => (
          <ToggleButton
            key={group.id}
            size="small"
            isSelected={group === shown}
            onChange={() => setChosen(group.id)}
          >
            {`${group.title}: ${group.nodes.length}`}
          </ToggleButton>
        ))}
      </Flex>
      {shown.nodes.length > 0 && (
        <ul className={lists.spaced} aria-label={`Nodes: ${shown.title}`}>
          {shown.nodes.map(node => (
            <li key={node.name}>
              <NodeRow
                cloud={cloud}
                node={node}
                isOpen={isUnwell(node) && unwell <= mostOpened}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
