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

import { JsonObject } from '@backstage/types';
import {
  MOSK_FIELD_MANAGER,
  MOSK_REQUESTED_BY_ANNOTATION,
  MOSK_TASK_ANNOTATION,
  MOSK_TEMPLATE_ANNOTATION,
} from '../annotations';
import { ChangeAuthor, RawObject } from './types';

/**
 * Who wrote the spec last. The annotations of the portal tell the person only when the portal
 * made that write: they stay on the object when somebody changes it with kubectl.
 */
export function readChangeAuthor(raw: RawObject): ChangeAuthor {
  const writes = (raw.metadata.managedFields ?? []).filter(
    entry => !entry.subresource && ownsSpec(entry.fieldsV1),
  );
  const latest = writes.reduce<string>(
    (last, { time = '' }) => (time > last ? time : last),
    '',
  );
  const last = writes.filter(({ time = '' }) => time === latest);
  // Times are whole seconds. Who of two in the same second was last cannot be told.
  const writer =
    last.length === 1
      ? last[0]
      : last.find(({ manager }) => manager !== MOSK_FIELD_MANAGER);
  const annotations = raw.metadata.annotations ?? {};
  const ours = writer?.manager === MOSK_FIELD_MANAGER;
  return {
    manager: writer?.manager,
    at: latest || undefined,
    user: ours ? annotations[MOSK_REQUESTED_BY_ANNOTATION] : undefined,
    task: ours ? annotations[MOSK_TASK_ANNOTATION] : undefined,
    template: ours ? annotations[MOSK_TEMPLATE_ANNOTATION] : undefined,
  };
}

function ownsSpec(fields: JsonObject | undefined): boolean {
  return fields !== undefined && 'f:spec' in fields;
}
