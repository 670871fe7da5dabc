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
import { OverviewLines } from './OverviewLines';

export function ComponentOverview({
  cloud,
  id,
}: {
  cloud: string;
  id: string;
}) {
  const component = useComponent(cloud, id);
  return (
    <QueryView
      query={component}
      subject={`component ${id}`}
      permission={moskCloudReadPermission.name}
      rows={1}
    >
      {({ state, reasons, connection, lastRollout }) => (
        <OverviewLines
          state={state}
          reason={reasons[0]?.message}
          connection={connection}
          rollout={lastRollout}
          noRollout="No rollout has been seen."
        />
      )}
    </QueryView>
  );
}
