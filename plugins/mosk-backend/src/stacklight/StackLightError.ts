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

import { redactText } from '@mosk-portal/plugin-mosk-common';

/** Why there is no answer, in the words of the REST API. */
export type StackLightFailure =
  | 'unreachable'
  | 'unauthorized'
  | 'misconfigured'
  | 'not-configured';

/** No answer of StackLight. Its message is redacted, and is shown to people. */
export class StackLightError extends Error {
  readonly failure: StackLightFailure;

  constructor(failure: StackLightFailure, message: string) {
    super(redactText(message));
    this.name = 'StackLightError';
    this.failure = failure;
  }
}

/** Any error as one of StackLight. */
export function asStackLightError(error: unknown): StackLightError {
  return error instanceof StackLightError
    ? error
    : new StackLightError(
        'unreachable',
        error instanceof Error ? error.message : String(error),
      );
}
