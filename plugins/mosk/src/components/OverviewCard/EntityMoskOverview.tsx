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

import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { MoskRoot } from '../../live';
import { readSubject } from '../ComponentHealth/readSubject';
import { CloudOverview } from './CloudOverview';
import { ComponentOverview } from './ComponentOverview';

/** Do I have to look closer? One line of state, one of rollout. */
export function EntityMoskOverview() {
  const { entity } = useEntity();
  const subject = readSubject(entity);
  if (!subject) {
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          MOSK
        </Text>
      </CardHeader>
      <CardBody>
        <MoskRoot>
          {subject.isCloud ? (
            <CloudOverview name={subject.cloud} />
          ) : (
            <ComponentOverview cloud={subject.cloud} id={subject.id} />
          )}
        </MoskRoot>
      </CardBody>
    </Card>
  );
}
