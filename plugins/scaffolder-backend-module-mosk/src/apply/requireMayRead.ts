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
  moskCloudReadPermission,
  moskResourceRef,
} from '@mosk-portal/plugin-mosk-common';

/** Lets pass only who may see this kind in this cloud: a wait tells its progress. */
export async function requireMayRead(options: {
  permissions: PermissionsService;
  credentials: BackstageCredentials;
  cloud: string;
  kind: string;
}): Promise<void> {
  const { permissions, credentials, cloud, kind } = options;
  const [decision] = await permissions.authorize(
    [
      {
        permission: moskCloudReadPermission,
        resourceRef: moskResourceRef(cloud, kind),
      },
    ],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not see ${kind} of cloud ${cloud}: ask for the permission ${moskCloudReadPermission.name}.`,
    );
  }
}
