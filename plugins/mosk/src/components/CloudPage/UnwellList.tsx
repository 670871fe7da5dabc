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
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import lists from '../shared/lists.module.css';
import { ComponentLine } from './ComponentLine';
import { nothingUnwell } from './nothingUnwell';
import { Cause } from './orderByCause';
import styles from './UnwellList.module.css';

export interface UnwellListProps {
  causes: Cause[];
  /** What could be unwell: all, or one group of it. */
  shown: MoskViews.ComponentSummary[];
  cloud: MoskViews.CloudDetail;
}

/** Each cause, and below it what follows. */
export function UnwellList({ causes, shown, cloud }: UnwellListProps) {
  const lastKnown = cloud.connection.state !== 'live';
  if (!causes.length) {
    return (
      <Text as="p" color="secondary">
        {shown.length
          ? nothingUnwell(shown, !lastKnown)
          : 'No component of this cloud has been seen yet. They appear once its operators run.'}
      </Text>
    );
  }
  return (
    <ul className={lists.spaced} aria-label="Components that are not well">
      {causes.map(({ component, followers }) => (
        <li key={component.id}>
          <Card>
            <CardBody>
              <Flex direction="column" gap="3">
                <ComponentLine
                  component={component}
                  all={cloud.components}
                  lastKnown={lastKnown}
                />
                {followers.length > 0 && (
                  <div className={styles.followers}>
                    <Text as="p" variant="body-small" color="secondary">
                      Follows from it
                    </Text>
                    <ul className={lists.spaced}>
                      {followers.map(follower => (
                        <li key={follower.id}>
                          <ComponentLine
                            component={follower}
                            all={cloud.components}
                            lastKnown={lastKnown}
                          />
                        </li>
                      ))}
                    </ul>
                  </div>
                )}
              </Flex>
            </CardBody>
          </Card>
        </li>
      ))}
    </ul>
  );
}
