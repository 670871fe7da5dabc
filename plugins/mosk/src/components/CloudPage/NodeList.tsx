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
import { HealthChip } from '../shared/HealthChip';
import { compareHealth, isUnwell } from '../shared/isUnwell';
import lists from '../shared/lists.module.css';
import { ReasonList } from '../shared/ReasonList';
import { Section } from '../shared/Section';

/** Nodes that are not well, and how many are. */
export function NodeList({
  nodes,
  isLive,
}: {
  nodes: MoskViews.NodeSummary[];
  isLive: boolean;
}) {
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
  const unwell = nodes.filter(isUnwell).sort(compareHealth);
  const well = nodes.length - unwell.length;
  return (
    <Section title="Nodes">
      <Text as="p" color="secondary">
        {well} of {nodes.length} ready
      </Text>
      {unwell.length > 0 && (
        <ul className={lists.spaced} aria-label="Nodes that are not well">
          {unwell.map(node => (
            <li key={node.name}>
              <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
                <HealthChip state={node.state} />
                <Text as="span" weight="bold">
                  {node.name}
                </Text>
              </Flex>
              <ReasonList reasons={node.reasons} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
