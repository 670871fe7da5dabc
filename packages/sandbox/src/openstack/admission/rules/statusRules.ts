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

import { isDeepStrictEqual } from 'node:util';

type Rotations = Record<string, number | undefined>;

function rotations(status: any): Rotations {
  const found: Rotations = {};
  for (const [type, value] of Object.entries<any>(status?.credentials ?? {}))
    found[`credentials.${type}`] = value?.rotation_id;
  for (const [service, kinds] of Object.entries<any>(
    status?.certificates ?? {},
  ))
    for (const [kind, value] of Object.entries<any>(kinds ?? {}))
      found[`certificates.${service}.${kind}`] = value?.rotation_id;
  return found;
}

/** Rule 24: how a rotation may be asked for. Gives the reason to refuse, or nothing. */
export function statusDenial(
  before: unknown,
  after: unknown,
  state: string | undefined,
): string | undefined {
  const old = rotations(before);
  const asked = rotations(after);
  if (isDeepStrictEqual(old, asked)) return undefined;
  if (state !== 'APPLIED')
    return 'rotation_id can be changed only while the OpenStackDeploymentStatus is APPLIED';
  for (const path of new Set([...Object.keys(old), ...Object.keys(asked)])) {
    const from = old[path];
    const to = asked[path];
    if (from === to) continue;
    if (to === undefined) return `${path}.rotation_id must not be removed`;
    if (!(to > 0)) return `${path}.rotation_id must be greater than 0`;
    if (to < (from ?? 0)) return `${path}.rotation_id must not be lowered`;
    if (to > (from ?? 0) + 1)
      return `${path}.rotation_id must not grow by more than 1`;
  }
  return undefined;
}

/** Rule 25: when a deployment may be deleted. Gives the reason to refuse, or nothing. */
export function deleteDenial(state: string | undefined): string | undefined {
  return state === 'APPLIED'
    ? undefined
    : 'OpenStackDeploymentStatus is in transit state';
}
