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

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  moskResourceApplyPermission,
  moskResourceRef,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';

/** Lets pass only who may apply this kind in this cloud, and only where the portal may write at all. */
export async function requireMayApply(options: {
  permissions: PermissionsService;
  credentials: BackstageCredentials;
  cloud: MoskCloud;
  kind: string;
}): Promise<void> {
  const { permissions, credentials, cloud, kind } = options;
  const [decision] = await permissions.authorize(
    [
      {
        permission: moskResourceApplyPermission,
        resourceRef: moskResourceRef(cloud.name, kind),
      },
    ],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not apply a ${kind} in cloud ${cloud.name}: ask for the permission ${moskResourceApplyPermission.name}.`,
    );
  }
  if (cloud.readOnly) {
    throw new NotAllowedError(
      `The portal may not write to cloud ${cloud.name}: ${cloud.readOnly.reason}`,
    );
  }
}
