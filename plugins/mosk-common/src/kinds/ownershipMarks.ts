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

import { RawObject } from './types';

const marking = /^(kaas\.mirantis\.com|mosk-portal\.io)\//;

/**
 * What on an object tells whose it is: names only, nothing of what they hold.
 * @public
 */
export interface OwnershipMarks {
  /** Names of the labels and annotations by which the management plane and the portal mark what is theirs. */
  names: readonly string[];
  /** Objects that it belongs to. */
  owners: ReadonlyArray<{ kind: string; name: string }>;
  /** Field managers that own something of its spec. */
  managers: readonly string[];
}

/**
 * Reads from an object what tells whose it is.
 * @public
 */
export function readOwnershipMarks({
  metadata,
}: Pick<RawObject, 'metadata'>): OwnershipMarks {
  return {
    names: Object.keys({ ...metadata.labels, ...metadata.annotations }).filter(
      name => marking.test(name),
    ),
    owners: (metadata.ownerReferences ?? []).map(({ kind, name }) => ({
      kind,
      name,
    })),
    managers: (metadata.managedFields ?? []).flatMap(
      ({ manager = 'an unnamed manager', subresource, fieldsV1 }) =>
        !subresource && fieldsV1 && 'f:spec' in fieldsV1 ? [manager] : [],
    ),
  };
}
