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

import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { readSpec } from '@mosk-portal/plugin-mosk-common';

/**
 * The part of a spec that a template run carries as a secret. A step that names one needs it: without it something else
 * would be applied than the person asked for. Retry is one way to lose it, as it sends no secrets.
 */
export function secretSpecOf(
  secrets: Record<string, unknown> | undefined,
  name: string | undefined,
): JsonObject | undefined {
  if (!name) {
    return undefined;
  }
  const text = secrets?.[name];
  if (typeof text !== 'string') {
    throw new InputError(
      `The secret "${name}" that input 'secretSpec' names is not there, as after Retry, which brings no secrets back: start the template anew and fill it in again.`,
    );
  }
  return text.trim() ? readSpec(`secrets.${name}`, text) : undefined;
}
