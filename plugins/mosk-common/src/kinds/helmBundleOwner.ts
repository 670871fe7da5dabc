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
  MOSK_FIELD_MANAGER,
  MOSK_REQUESTED_BY_ANNOTATION,
} from '../annotations';
import { OwnershipMarks } from './ownershipMarks';

const managementPrefix = 'kaas.mirantis.com/';
/** People, whatever they call it with. */
const people = /^(kubectl|k9s|lens|mosk-portal)/i;

/**
 * What on a HelmBundle tells that somebody else than the portal rules it, as the end of a sentence that begins with
 * "It"; undefined for a bundle that the portal made. Whoever rules it will write over what the portal changes.
 * @public
 */
export function helmBundleOwner({
  names,
  owners: [owner],
  managers,
}: OwnershipMarks): string | undefined {
  if (owner) {
    return `belongs to ${owner.kind} ${owner.name}`;
  }
  const mark = names.find(name => name.startsWith(managementPrefix));
  if (mark) {
    return `carries ${mark}`;
  }
  const program = managers.find(manager => !people.test(manager));
  if (program) {
    return `is written by ${program}`;
  }
  const isOurs =
    managers.includes(MOSK_FIELD_MANAGER) ||
    names.includes(MOSK_REQUESTED_BY_ANNOTATION);
  return isOurs
    ? undefined
    : `was made by ${managers[0] ?? 'somebody else'}, not by the portal`;
}
