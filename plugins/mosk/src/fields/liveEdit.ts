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

import { JsonValue } from '@backstage/types';
import { MoskLiveEditorValue } from '@mosk-portal/plugin-mosk-common';

const without = (set: Record<string, JsonValue>, path: string) =>
  Object.fromEntries(Object.entries(set).filter(([key]) => key !== path));

/** A new value of a field; the value that it has already is no change. */
export function setField(
  edit: MoskLiveEditorValue,
  path: string,
  value: JsonValue,
  live: JsonValue | undefined,
): MoskLiveEditorValue {
  const isSame = JSON.stringify(value) === JSON.stringify(live);
  const others = without(edit.set, path);
  return {
    ...edit,
    set: isSame ? others : { ...others, [path]: value },
    remove: edit.remove.filter(item => item !== path),
  };
}

export function removeField(
  edit: MoskLiveEditorValue,
  path: string,
): MoskLiveEditorValue {
  return {
    ...edit,
    set: without(edit.set, path),
    remove: [...new Set([...edit.remove, path])],
  };
}

export function undoField(
  edit: MoskLiveEditorValue,
  path: string,
): MoskLiveEditorValue {
  return {
    ...edit,
    set: without(edit.set, path),
    remove: edit.remove.filter(item => item !== path),
  };
}
