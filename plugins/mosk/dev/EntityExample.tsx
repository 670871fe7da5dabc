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

import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { EntityHealth } from '../src/components/ComponentHealth/EntityHealth';
import { EntityMoskOverview } from '../src/components/OverviewCard/EntityMoskOverview';

/** The card and the tab Health of an entity. */
export const EntityExample = () => (
  <EntityProvider
    entity={{
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'keystone',
        annotations: {
          'mosk-portal.io/cloud': 'north',
          'mosk-portal.io/component': 'openstack-service/identity',
        },
      },
      spec: { type: 'openstack-service' },
    }}
  >
    <Flex direction="column" gap="4" p="4">
      <EntityMoskOverview />
      <EntityHealth />
    </Flex>
  </EntityProvider>
);
