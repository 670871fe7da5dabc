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
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { Request } from 'express';
import { AccessScope } from './AccessScope';
import { moskResourcePermissionRef } from './rules';

/** Says what the person behind a request may do. */
export interface Access {
  credentials(
    request: Request<any, any, any, any>,
  ): Promise<BackstageCredentials>;
  scope(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<AccessScope>;
}

/** Asks the permission framework once, and applies conditions in this process. */
export class DefaultAccess implements Access {
  static create(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): DefaultAccess {
    const rules = options.permissionsRegistry.getPermissionRuleset(
      moskResourcePermissionRef,
    );
    return new DefaultAccess(
      options.httpAuth,
      options.permissions,
      createConditionAuthorizer(rules),
      createConditionTransformer(rules),
    );
  }

  private constructor(
    private readonly httpAuth: HttpAuthService,
    private readonly permissions: PermissionsService,
    private readonly decide: Parameters<typeof AccessScope.create>[0]['decide'],
    private readonly transform: ReturnType<
      typeof createConditionTransformer<
        (typeof moskResourcePermissionRef)['TQuery']
      >
    >,
  ) {}

  async credentials(
    request: Request<any, any, any, any>,
  ): Promise<BackstageCredentials> {
    return this.httpAuth.credentials(request, { allow: ['user', 'service'] });
  }

  async scope(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<AccessScope> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return AccessScope.create({
      permission: permission.name,
      decision,
      decide: this.decide,
      transform: conditional => this.transform(conditional.conditions),
    });
  }
}
