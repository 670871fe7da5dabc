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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';

const kind = 'OpenStackDeployment';

/** True only for a cloud that could have OpenStack and is known to have none. */
export function lacksOpenStack(cloud: MoskViews.CloudSummary): boolean {
  return (
    cloud.connection.state === 'live' &&
    Boolean(cloud.kinds?.includes(kind)) &&
    !cloud.missing.some(part => part.kind === kind) &&
    !cloud.openstackRelease &&
    !cloud.runningRollouts.some(({ object }) => object.kind === kind)
  );
}
