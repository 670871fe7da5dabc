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
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { redactText } from '@mosk-portal/plugin-mosk-common';
import { KubernetesError } from '../clusters';

/** The error that callers of this package meet; a refused token is the portal's trouble, not the person's. */
export function asBackstageError(cloud: string, error: unknown): unknown {
  if (!(error instanceof KubernetesError)) {
    return error;
  }
  const message = `The cloud "${cloud}" does not answer: ${redactText(
    error.message,
  )}`;
  switch (error.reason) {
    case 'forbidden':
      return new NotAllowedError(
        `The portal may not do this in the cloud "${cloud}": ${redactText(
          error.message,
        )}`,
      );
    case 'not-found':
      return new NotFoundError(redactText(error.message));
    case 'refused':
      return new InputError(redactText(error.message));
    default:
      return new ServiceUnavailableError(message);
  }
}
