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
import { isObject } from '../path';
import { FieldProblem } from '../types';
import { objectsIn, refuse } from './rules/types';

function busy(path: string, state: string | undefined, what: string) {
  return refuse(
    path,
    `${what} only while the operator is idle; it reports ${
      state ?? 'no state'
    }.`,
    'Wait for the running rollout, then try again.',
  );
}

/**
 * Whether an OpenStackDeployment may be deleted now (rule 25).
 * @public
 */
export function checkDeletion(state: string | undefined): FieldProblem[] {
  return state === 'APPLIED'
    ? []
    : [busy('metadata.deletionTimestamp', state, 'Can be deleted')];
}

function idsIn(status: JsonObject, above: string[]): Map<string, unknown> {
  return new Map(
    objectsIn(status).flatMap<[string, unknown]>(([key, value]) => {
      const path = [...above, key];
      return 'rotation_id' in value
        ? [[[...path, 'rotation_id'].join('.'), value.rotation_id]]
        : [...idsIn(value, path)];
    }),
  );
}

/**
 * Whether a rotation of credentials or certificates may be asked for (rule 24). Takes `status` before and after.
 * @public
 */
export function checkRotation(
  before: JsonObject,
  after: JsonObject,
  state: string | undefined,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const section of ['credentials', 'certificates']) {
    const sections = [before[section], after[section]].map(value =>
      idsIn(isObject(value) ? value : {}, ['status', section]),
    );
    const [old, wanted] = sections;
    for (const path of new Set([...old.keys(), ...wanted.keys()])) {
      const from = Number(old.get(path) ?? 0);
      const to = wanted.get(path);
      if (to === old.get(path)) {
        continue;
      }
      if (state !== 'APPLIED') {
        problems.push(busy(path, state, 'Can be changed'));
      }
      if (to === undefined) {
        problems.push(refuse(path, 'Must stay once it is there.'));
      } else if (!Number.isInteger(to) || Number(to) <= 0) {
        problems.push(refuse(path, 'Must be greater than 0.'));
      } else if (Number(to) < from) {
        problems.push(refuse(path, `Must not go down from ${from}.`));
      } else if (Number(to) > from + 1) {
        problems.push(refuse(path, `Must go up by one, to ${from + 1}.`));
      }
    }
  }
  return problems;
}
