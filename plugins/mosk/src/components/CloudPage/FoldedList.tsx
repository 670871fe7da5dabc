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
import { HealthChip, healthLooks } from '../shared/HealthChip';
import { isOnlyOutOfReach } from '../shared/outOfReach';
import lists from '../shared/lists.module.css';

export interface FoldedListProps {
  components: MoskViews.ComponentSummary[];
  state: 'healthy' | 'progressing' | 'unknown';
  isLive: boolean;
}

const names = {
  healthy: 'Healthy components',
  progressing: 'Components that a rollout is changing',
  unknown: 'Components that are not heard from',
};

/** What needs nobody, folded away. */
export function FoldedList({ components, state, isLive }: FoldedListProps) {
  const parts = components.filter(
    part =>
      part.state === state && (state !== 'unknown' || isOnlyOutOfReach(part)),
  );
  if (!parts.length) {
    return null;
  }
  return (
    <Accordion>
      <AccordionTrigger
        title={`${parts.length} ${healthLooks[state].word.toLocaleLowerCase(
          'en-US',
        )}${isLive || state === 'unknown' ? '' : ' when last heard of'}`}
      />
      <AccordionPanel>
        <ul className={lists.plain} aria-label={names[state]}>
          {parts.map(component => (
            <li key={component.id}>
              <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
                <HealthChip state={state} lastKnown={!isLive} />
                <EntityName entityRef={component.entityRef}>
                  {component.title}
                </EntityName>
                <Text as="span" color="secondary">
                  {[
                    component.version,
                    component.workloadsWanted
                      ? `${component.workloadsReady} of ${component.workloadsWanted} pods`
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
