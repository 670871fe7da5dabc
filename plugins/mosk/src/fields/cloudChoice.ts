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

/** Why a cloud cannot be chosen; undefined when it can. */
export function cloudObstacle(
  cloud: MoskViews.CloudSummary,
  { writable, kinds }: { writable?: boolean; kinds: readonly string[] },
): string | undefined {
  if (writable && cloud.readOnly) {
    return cloud.readOnlyReason
      ? `read-only: ${cloud.readOnlyReason}`
      : 'read-only';
  }
  const refusal = writable && refusalOf(cloud, kindIn(cloud, kinds));
  return refusal && !refusal.passing ? refusal.reason : undefined;
}

/** Why every change of a kind would be refused in a cloud, for now or for good. */
export function refusalOf(
  cloud: MoskViews.CloudSummary,
  kind: string | undefined,
): MoskViews.Refusal | undefined {
  return cloud.refusals?.find(refusal => refusal.kind === kind);
}

/** Of kinds of which one would do, the one that a cloud has. */
export function kindIn(
  cloud: MoskViews.CloudSummary | undefined,
  kinds: readonly string[],
): string | undefined {
  return kinds.find(kind => cloud?.kinds?.includes(kind)) ?? kinds[0];
}

/** False only for a cloud that is known to lack one of the kinds, or all of those of which one would do. */
export function hasKinds(
  cloud: MoskViews.CloudSummary,
  { kinds = [], anyKind }: { kinds?: string[]; anyKind?: string[] },
): boolean {
  const known = cloud.kinds;
  if (!known?.length) {
    return true;
  }
  return (
    kinds.every(kind => known.includes(kind)) &&
    (anyKind?.some(kind => known.includes(kind)) ?? true)
  );
}
