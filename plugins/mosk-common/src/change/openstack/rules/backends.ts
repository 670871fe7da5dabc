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
import { FieldProblem } from '../../types';
import { isMasked } from '../../../redaction';
import { isObject } from '../../path';
import { objectsIn, refuse, valueAt } from './types';

/** What an own backend of Cinder or Manila must configure. */
export interface BackendRequirements {
  /** Where the backends lie, such as `spec.features.cinder.volume.backends`. */
  path: string;
  /** Section of the configuration, such as `cinder`. */
  project: string;
  /** Option of DEFAULT that lists the enabled backends. */
  listOption: string;
  /** Options that each listed backend needs. */
  options: readonly string[];
}

/** Own backends must be listed as enabled and named, or they would start and serve nothing. */
export function checkBackends(
  backends: JsonObject,
  { path, project, listOption, options }: BackendRequirements,
): FieldProblem[] {
  return objectsIn(backends).flatMap(([name, backend]) => {
    if (backend.enabled === false) {
      return [];
    }
    const conf = valueAt(backend, 'values', 'conf');
    if (!isObject(conf)) {
      // Missing is told by the shape; masked was accepted before.
      return [];
    }
    const section = `${path}.${name}.values.conf.${project}`;
    const list = valueAt(conf, project, 'DEFAULT', listOption);
    if (isMasked(list)) {
      return [];
    }
    const enabled =
      typeof list === 'string' ? list.split(',').filter(Boolean) : [];
    if (!enabled.length) {
      return [
        refuse(
          `${section}.DEFAULT.${listOption}`,
          `Must list the backends that ${name} brings.`,
          'Give their names, separated by commas.',
        ),
      ];
    }
    return enabled.flatMap(each =>
      options
        .filter(option => valueAt(conf, project, each, option) === undefined)
        .map(option => refuse(`${section}.${each}.${option}`, 'Is required.')),
    );
  });
}
