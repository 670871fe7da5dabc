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

import { isObject } from '../../path';
import { refuse, Rule, valueAt } from './types';

/** Themes of Horizon are fetched and checked (rule 15). */
const themes: Rule = ({ spec, services }) => {
  const list = valueAt(spec, 'features', 'horizon', 'themes');
  if (!services.has('dashboard') || !Array.isArray(list)) {
    return [];
  }
  return list.flatMap((theme, index) =>
    isObject(theme) && theme.enabled !== false
      ? ['name', 'url', 'description', 'sha256summ']
          .filter(key => theme[key] === undefined)
          .map(key =>
            refuse(
              `spec.features.horizon.themes.${index}.${key}`,
              'Is required while the theme is enabled.',
            ),
          )
      : [],
  );
};

export const dashboardRules: Rule[] = [themes];
