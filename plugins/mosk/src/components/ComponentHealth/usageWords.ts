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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { formatBytes } from '../shared/formatBytes';

/** `1.5 TiB of 20 TiB`, with what is not known said. */
export function usageWords({ used, total }: MoskViews.CephUsage = {}): string {
  if (used === undefined) {
    return total === undefined ? 'unknown' : `unknown of ${formatBytes(total)}`;
  }
  return total === undefined
    ? formatBytes(used)
    : `${formatBytes(used)} of ${formatBytes(total)}`;
}
