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

import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { MoskResource, ResourceQuery } from './types';

/** What one person may do with one permission. */
export class AccessScope {
  static create(options: {
    permission: string;
    decision: PolicyDecision;
    decide: (decision: PolicyDecision, resource: MoskResource) => boolean;
    transform: (
      decision: PolicyDecision & { result: AuthorizeResult.CONDITIONAL },
    ) => PermissionCriteria<ResourceQuery>;
  }): AccessScope {
    return new AccessScope(options);
  }

  private constructor(
    private readonly options: Parameters<typeof AccessScope.create>[0],
  ) {}

  allows(cloud: string, kind?: string): boolean {
    return this.options.decide(this.options.decision, { cloud, kind });
  }

  /** Throws a NotAllowedError that names the permission. */
  require(cloud: string, kind?: string): void {
    if (!this.allows(cloud, kind)) {
      throw new NotAllowedError(
        `You need the permission ${this.options.permission} for ${
          kind ? `${kind} in cloud ${cloud}` : `cloud ${cloud}`
        }; ask who looks after the permissions of this portal`,
      );
    }
  }

  /** Throws a NotAllowedError when the permission is denied for everything. */
  requireSome(): void {
    if (this.options.decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `You need the permission ${this.options.permission}; ask who looks after the permissions of this portal`,
      );
    }
  }

  /** The condition as a filter of stored rows; undefined when everything is allowed. */
  criteria(): PermissionCriteria<ResourceQuery> | undefined {
    const { decision, transform } = this.options;
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.CONDITIONAL:
        return transform(decision);
      default:
        return { column: 'cloud', values: [] };
    }
  }
}
