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

import { moskCloudReadPermission } from '@mosk-portal/plugin-mosk-common';
import { useComponent } from '../../hooks/useComponent';
import { QueryView } from '../shared/QueryView';
import { ComponentHealth } from './ComponentHealth';

/** Is this part well, and if not, which workload and why? */
export function ComponentView({ cloud, id }: { cloud: string; id: string }) {
  const component = useComponent(cloud, id);
  return (
    <QueryView
      query={component}
      subject={`component ${id} of cloud ${cloud}`}
      permission={moskCloudReadPermission.name}
    >
      {detail => <ComponentHealth component={detail} />}
    </QueryView>
  );
}
