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
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ApplyFailure, ApplyFailureReason } from '../types';

/**
 * A refused write. Its class is one of `@backstage/errors`, so that an API answers it with the right status.
 * @public
 */
export type ApplyError = Error & { readonly failure: ApplyFailure };

// A token that the API server refuses is the portal's trouble and not that of the person, hence not a 401.
const classes: Record<ApplyFailureReason, new (message: string) => Error> = {
  'read-only': NotAllowedError,
  'ruled-elsewhere': ConflictError,
  conflict: ConflictError,
  'moved-on': ConflictError,
  'masked-value': InputError,
  admission: InputError,
  'admission-unavailable': ServiceUnavailableError,
  invalid: InputError,
  forbidden: NotAllowedError,
  unauthorized: ServiceUnavailableError,
  unreachable: ServiceUnavailableError,
};

/**
 * Makes the error of a refused write.
 * @public
 */
export function createApplyError(
  failure: Pick<ApplyFailure, 'reason' | 'message'> & Partial<ApplyFailure>,
): ApplyError {
  return Object.assign(new classes[failure.reason](failure.message), {
    failure: { conflicts: [], fields: [], ...failure },
  });
}

/**
 * Tells a refused write from any other error.
 * @public
 */
export function isApplyError(error: unknown): error is ApplyError {
  return (
    error instanceof Error &&
    'failure' in error &&
    typeof (error.failure as ApplyFailure | undefined)?.reason === 'string'
  );
}
