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
import {
  moskCloudReadPermission,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { useNode } from '../../../hooks/useNode';
import { EntityName } from '../../shared/EntityName';
import { HealthChip } from '../../shared/HealthChip';
import lists from '../../shared/lists.module.css';
import { QueryView } from '../../shared/QueryView';
import { countOf } from './countOf';

const podWords = ({ pods, unreadyPods }: MoskViews.ComponentOnNode) =>
  unreadyPods
    ? `${unreadyPods} of ${countOf(pods, 'pod')} here not ready`
    : `${countOf(pods, 'pod')} here, ready`;

/** Components whose pods are on a node: what suffers when it does, those that do first. */
export function NodeWorkloads({
  cloud,
  name,
}: {
  cloud: string;
  name: string;
}) {
  return (
    <QueryView
      query={useNode(cloud, name)}
      subject={`the pods on ${name}`}
      permission={moskCloudReadPermission.name}
      rows={1}
    >
      {({ components, otherPods }) => (
        <Flex direction="column" gap="1">
          <ul className={lists.plain} aria-label={`Components on ${name}`}>
            {components.map(component => (
              <li key={component.id}>
                <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
                  <HealthChip state={component.state} />
                  <EntityName entityRef={component.entityRef}>
                    {component.title}
                  </EntityName>
                  <Text as="span" color="secondary">
                    {podWords(component)}
                  </Text>
                </Flex>
              </li>
            ))}
          </ul>
          {(otherPods > 0 || !components.length) && (
            <Text as="p" color="secondary">
              {components.length
                ? `${countOf(otherPods, 'other pod')} on it`
                : `No component of the cloud has pods on it${
                    otherPods ? `; ${countOf(otherPods, 'other pod')}` : ''
                  }.`}
            </Text>
          )}
        </Flex>
      )}
    </QueryView>
  );
}
