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

import { usePermission } from '@backstage/plugin-permission-react';
import {
  moskManifestReadPermission,
  moskResourceApplyPermission,
  moskResourceRef,
} from '@mosk-portal/plugin-mosk-common';

/** Whether the person may read manifests of a kind in a cloud. */
export function useMayReadManifest(cloud: string, kind: string | undefined) {
  return usePermission({
    permission: moskManifestReadPermission,
    resourceRef: kind ? moskResourceRef(cloud, kind) : undefined,
  });
}

/** Whether the person may change objects of a kind in a cloud. */
export function useMayApply(
  cloud: string | undefined,
  kind: string | undefined,
) {
  return usePermission({
    permission: moskResourceApplyPermission,
    resourceRef: cloud && kind ? moskResourceRef(cloud, kind) : undefined,
  });
}
