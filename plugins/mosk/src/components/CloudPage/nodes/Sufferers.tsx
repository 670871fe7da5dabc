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
import { EntityName } from '../../shared/EntityName';
import { isUnwell } from '../../shared/isUnwell';

/**
 * Unwell components whose workloads stand on nodes of which some are not well. The portal watches no pods, so
 * which of them stands on which node is told on the page of each.
 */
export function Sufferers({
  components,
}: {
  components: MoskViews.ComponentSummary[];
}) {
  const cluster = components.find(({ type }) => type === 'kubernetes-cluster');
  if (!cluster || !isUnwell(cluster)) {
    return null;
  }
  const sufferers = components.filter(
    component =>
      component.type !== 'mosk-cloud' &&
      component.causedBy.includes(cluster.id) &&
      isUnwell(component),
  );
  return sufferers.length ? (
    <Flex gap="2" style={{ flexWrap: 'wrap' }}>
      <Text as="span">May suffer from it:</Text>
      {sufferers.map(({ id, title, entityRef }) => (
        <EntityName key={id} entityRef={entityRef}>
          {title}
        </EntityName>
      ))}
    </Flex>
  ) : null;
}
