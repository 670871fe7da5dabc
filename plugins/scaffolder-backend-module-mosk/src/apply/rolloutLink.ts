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

import { rolloutId } from '@mosk-portal/plugin-mosk-node';

/** What the task log says of the rollout: the links of a task show only when it has ended. */
export function rolloutLine(portalUrl: string | undefined, link: string) {
  return `Watch the rollout: ${(portalUrl ?? '').replace(/\/+$/, '')}${link}`;
}

/** Page of the rollout that a write starts; the list of its cloud when it starts none. */
export function rolloutLink(write: {
  cloud: string;
  kind: string;
  uid?: string;
  generation?: number;
  operation: string;
}): string {
  const { cloud, kind, uid, generation, operation } = write;
  if (uid && generation !== undefined && operation !== 'unchanged') {
    return `/mosk/rollouts/${rolloutId({ cloud, uid, generation, run: 1 })}`;
  }
  return `/mosk/rollouts?${new URLSearchParams({ cloud, kind })}`;
}
