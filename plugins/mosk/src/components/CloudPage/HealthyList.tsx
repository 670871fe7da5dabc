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

import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { EntityName } from '../shared/EntityName';
import { HealthChip } from '../shared/HealthChip';
import lists from '../shared/lists.module.css';

export interface HealthyListProps {
  components: MoskViews.ComponentSummary[];
  isLive: boolean;
}

/** What needs nobody, folded away. */
export function HealthyList({ components, isLive }: HealthyListProps) {
  const healthy = components.filter(({ state }) => state === 'healthy');
  if (!healthy.length) {
    return null;
  }
  return (
    <Accordion>
      <AccordionTrigger
        title={`${healthy.length} healthy${
          isLive ? '' : ' when last heard of'
        }`}
      />
      <AccordionPanel>
        <ul className={lists.plain} aria-label="Healthy components">
          {healthy.map(component => (
            <li key={component.id}>
              <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
                <HealthChip state="healthy" lastKnown={!isLive} />
                <EntityName entityRef={component.entityRef}>
                  {component.title}
                </EntityName>
                <Text as="span" color="secondary">
                  {[
                    component.version,
                    component.workloadsWanted
                      ? `${component.workloadsReady} of ${component.workloadsWanted} workloads`
                      : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Flex>
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </Accordion>
  );
}
