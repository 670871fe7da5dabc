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

import { JsonObject, JsonValue } from '@backstage/types';
import difference from 'microdiff';
import { stringify } from 'yaml';
import { isSameJson } from '../kinds/isSameJson';
import { RawObject } from '../kinds/types';
import { CHANGED_MASK, MASK } from '../redaction/mask';
import { redactObject } from '../redaction/redactObject';
import { formatPath, isObject } from './path';
import { ManifestDiff } from './types';

/**
 * Compares two specs of one object as they are, and tells the difference without secrets:
 * a hidden value that differs is marked as changed and stays hidden.
 * @public
 */
export function diffManifests(
  before: RawObject | undefined,
  after: RawObject,
): ManifestDiff {
  const kind = after.kind ?? before?.kind;
  const from: JsonObject = before ? { spec: before.spec ?? {} } : {};
  const to: JsonObject = { spec: after.spec ?? {} };
  const shownBefore: JsonObject | undefined = before && {
    spec: redactObject(before, kind).spec ?? {},
  };
  const shownAfter: JsonObject = {
    spec: redactObject(after, kind).spec ?? {},
  };
  const changedPaths = pathsOf(from, to);
  return {
    before: shownBefore ? toYaml(shownBefore) : '',
    after: toYaml(
      before ? (markChanged(from, to, shownAfter) as JsonObject) : shownAfter,
    ),
    changedPaths,
    hiddenOnly: changedPaths.length > 0 && isSameJson(shownBefore, shownAfter),
  };
}

/** Lists are told as a whole: who applies them sends them whole, too. */
function pathsOf(before: JsonObject, after: JsonObject): string[] {
  const paths = difference(before, after).map(({ path }) => {
    const item = path.findIndex(key => typeof key === 'number');
    const keys = (item < 0 ? path : path.slice(0, item)).map(String);
    return formatPath(keys);
  });
  return [...new Set(paths)].sort();
}

function markChanged(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  shown: JsonValue | undefined,
): JsonValue | undefined {
  if (typeof shown === 'string' && shown.includes(MASK)) {
    return before === undefined || isSameJson(before, after)
      ? shown
      : shown.replace(MASK, CHANGED_MASK);
  }
  if (Array.isArray(shown) && Array.isArray(after)) {
    const old = Array.isArray(before) ? before : [];
    return shown.map(
      (item, index) => markChanged(old[index], after[index], item) ?? item,
    );
  }
  if (isObject(shown) && isObject(after)) {
    const old = isObject(before) ? before : {};
    return Object.fromEntries(
      Object.entries(shown).map(([key, item]) => [
        key,
        markChanged(old[key], after[key], item),
      ]),
    );
  }
  return shown;
}

function toYaml(value: JsonObject): string {
  return stringify(value, {
    sortMapEntries: true,
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
}
