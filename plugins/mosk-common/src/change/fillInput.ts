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

import { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { getIn } from './path';

/**
 * Input of an action or a preview with `${{ parameters.x.y }}` in place of values.
 * @public
 */
export type InputTemplate = JsonObject;

const wholeExpression = /^\s*\$\{\{\s*parameters\.([\w.]+)\s*\}\}\s*$/;

function fill(template: JsonValue, values: JsonObject): JsonValue | undefined {
  if (Array.isArray(template)) {
    return template
      .map(item => fill(item, values))
      .filter(item => item !== undefined) as JsonArray;
  }
  if (template !== null && typeof template === 'object') {
    const filled: JsonObject = {};
    for (const [key, value] of Object.entries(template)) {
      const result =
        value === undefined ? undefined : fill(value as JsonValue, values);
      if (result !== undefined) {
        filled[key] = result;
      }
    }
    return filled;
  }
  if (typeof template !== 'string') {
    return template;
  }
  const expression = wholeExpression.exec(template);
  if (expression) {
    return getIn(values, expression[1].split('.'));
  }
  return template;
}

/**
 * Puts form values into the input of a preview just as the scaffolder puts them into the input of a step, so that both
 * can be written with the same words. Only whole expressions (`${{ parameters.cloud }}`) are understood; what the form
 * does not have is left out.
 * @public
 */
export function fillInput(
  template: InputTemplate,
  parameters: JsonObject,
): JsonObject {
  return fill(template, parameters) as JsonObject;
}
