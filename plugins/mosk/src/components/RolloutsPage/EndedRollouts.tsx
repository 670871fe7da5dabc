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
import { moskCloudReadPermission } from '@mosk-portal/plugin-mosk-common';
import { RolloutQuery } from '../../api';
import { useRollouts } from '../../hooks/useRollouts';
import { EmptyState } from '../shared/EmptyState';
import lists from '../shared/lists.module.css';
import { QueryView } from '../shared/QueryView';
import { Section } from '../shared/Section';
import { EndedRollout } from './EndedRollout';

export interface EndedRolloutsProps {
  query: RolloutQuery;
  onPage(cursor: string | undefined): void;
}

export function EndedRollouts({ query, onPage }: EndedRolloutsProps) {
  const rollouts = useRollouts(query);
  return (
    <Section title="Ended">
      <QueryView
        query={rollouts}
        subject="the ended rollouts"
        permission={moskCloudReadPermission.name}
      >
        {({ items, totalItems, nextCursor }) =>
          items.length ? (
            <>
              <ul className={lists.plain} aria-label="Ended rollouts">
                {items.map(rollout => (
                  <li key={rollout.id}>
                    <EndedRollout rollout={rollout} />
                  </li>
                ))}
              </ul>
              <Flex gap="2" align="center" justify="end">
                <Text as="span" color="secondary">
                  {totalItems} in all
                </Text>
                <Button
                  variant="secondary"
                  size="small"
                  isDisabled={!query.cursor}
                  onPress={() => onPage(undefined)}
                >
                  Newest
                </Button>
                <Button
                  variant="secondary"
                  size="small"
                  isDisabled={!nextCursor}
                  onPress={() => onPage(nextCursor)}
                >
                  Older
                </Button>
              </Flex>
            </>
          ) : (
            <EmptyState title="No rollouts">
              None matches these filters. Every change of a MOSK object becomes
              a rollout here, whether it came from a template or from kubectl.
            </EmptyState>
          )
        }
      </QueryView>
    </Section>
  );
}
