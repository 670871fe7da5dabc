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
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { parseDocument } from 'yaml';

export const validateYaml: CustomFieldValidator<string> = (
  value,
  field,
  context,
) => {
  for (const { text, place } of textsOf(value, context?.uiSchema)) {
    const problem = problemOf(text);
    if (problem) {
      field.addError(place ? `${place}: ${problem}` : problem);
    }
  }
};

/** Of a field within the items of a list the form hands over the whole list, and the fields of its items beside it. */
function textsOf(
  value: unknown,
  uiSchema: unknown,
): Array<{ text: string; place?: string }> {
  if (typeof value === 'string') {
    return [{ text: value }];
  }
  if (!Array.isArray(value)) {
    return [];
  }
  const fields = Object.entries((uiSchema ?? {}) as JsonObject)
    .filter(([, one]) => (one as JsonObject)?.['ui:field'] === 'MoskYaml')
    .map(([name]) => name);
  return value.flatMap((item, index) =>
    fields.flatMap(name => {
      const text = (item as JsonObject | null)?.[name];
      return typeof text === 'string'
        ? [{ text, place: `${name} of item ${index + 1}` }]
        : [];
    }),
  );
}

function problemOf(text: string): string | undefined {
  if (!text.trim()) {
    return undefined;
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const { line, col } = error.linePos?.[0] ?? {};
    return `This is not YAML${
      line ? `, in line ${line}, column ${col}` : ''
    }: ${error.message.split(/ at line |\n/)[0]}`;
  }
  const content = document.toJS();
  return typeof content !== 'object' ||
    content === null ||
    Array.isArray(content)
    ? 'Write fields and their values, such as "features:".'
    : undefined;
}
