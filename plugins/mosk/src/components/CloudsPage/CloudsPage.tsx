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

import { Flex } from '@backstage/ui';
import { moskCloudReadPermission } from '@mosk-portal/plugin-mosk-common';
import { useClouds } from '../../hooks/useClouds';
import { EmptyState } from '../shared/EmptyState';
import { QueryView } from '../shared/QueryView';
import { CloudCard } from './CloudCard';
import { sortClouds } from './sortClouds';

/** Which of my clouds needs me now? */
export function CloudsPage() {
  const clouds = useClouds();
  return (
    <QueryView
      query={clouds}
      subject="the clouds"
      permission={moskCloudReadPermission.name}
    >
      {items =>
        items.length ? (
          <Flex direction="column" gap="4">
            {sortClouds(items).map(cloud => (
              <CloudCard key={cloud.name} cloud={cloud} />
            ))}
          </Flex>
        ) : (
          <EmptyState title="No clouds">
            Either none is configured or you may see none. Clouds come from{' '}
            <code>kubernetes.clusterLocatorMethods</code> and{' '}
            <code>mosk.clusters</code> in the configuration of the portal; to
            see one takes the permission{' '}
            <code>{moskCloudReadPermission.name}</code>.
          </EmptyState>
        )
      }
    </QueryView>
  );
}
