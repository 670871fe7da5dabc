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

import { Card, CardBody, Flex, Text } from '@backstage/ui';
import { moskCloudReadPermission } from '@mosk-portal/plugin-mosk-common';
import { RolloutQuery } from '../../api';
import { useRollouts } from '../../hooks/useRollouts';
import { Author } from '../shared/Author';
import { QueryView } from '../shared/QueryView';
import { RunningRollout } from '../shared/RunningRollout';
import { Section } from '../shared/Section';

export function RunningRollouts({ query }: { query: RolloutQuery }) {
  const rollouts = useRollouts(query);
  return (
    <Section title="Running now">
      <QueryView
        query={rollouts}
        subject="the running rollouts"
        permission={moskCloudReadPermission.name}
        rows={1}
      >
        {({ items }) =>
          items.length ? (
            <Flex direction="column" gap="3">
              {items.map(rollout => (
                <Card key={rollout.id}>
                  <CardBody>
                    <RunningRollout rollout={rollout} />
                    <Text as="p" variant="body-small" color="secondary">
                      {rollout.cloud} · asked for by{' '}
                      <Author author={rollout.author} />
                    </Text>
                  </CardBody>
                </Card>
              ))}
            </Flex>
          ) : (
            <Text as="p" color="secondary">
              Nothing is being changed.
            </Text>
          )
        }
      </QueryView>
    </Section>
  );
}
