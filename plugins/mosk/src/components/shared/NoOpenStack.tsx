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

import { Link, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useTemplateLink } from '../../hooks/useTemplateLink';
import { lacksOpenStack } from './lacksOpenStack';

/** Says that a cloud has its operators only, and how it comes to more. */
export function NoOpenStack({ cloud }: { cloud: MoskViews.CloudSummary }) {
  const link = useTemplateLink()('openstack-cloud', {
    cloud: cloud.name,
    name: cloud.name,
  });
  if (!lacksOpenStack(cloud)) {
    return null;
  }
  return (
    <Text as="p">
      No OpenStack here yet.
      {link && !cloud.readOnly && (
        <>
          {' '}
          <Link href={link}>Create it from the template</Link>
        </>
      )}
    </Text>
  );
}
