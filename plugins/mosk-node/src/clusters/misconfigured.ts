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

import { Config } from '@backstage/config';
import { redactText } from '@mosk-portal/plugin-mosk-common';
import { MisconfiguredCloudConfig } from './types';

/** The text of an error of the configuration, with the path of the key. */
export function textOf(error: unknown): string {
  return redactText(error instanceof Error ? error.message : String(error));
}

/** What can be known of a cloud whose entry is wrong, or that has none that can be read. */
export function misconfigured(
  name: string,
  error: unknown,
  entry?: Config,
): MisconfiguredCloudConfig {
  return {
    name,
    title: readable(() => entry?.getOptionalString('title')) ?? name,
    owner:
      readable(() => entry?.getOptionalString('owner')) ??
      'group:default/unknown',
    links: [],
    error: textOf(error),
  };
}

/** What a reader finds; nothing where it finds something else than it should. */
export function readable<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
