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

import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { parseDocument } from 'yaml';

export const validateYaml: CustomFieldValidator<string> = (value, field) => {
  if (!value?.trim()) {
    return;
  }
  const document = parseDocument(value);
  const [error] = document.errors;
  if (error) {
    const { line, col } = error.linePos?.[0] ?? {};
    field.addError(
      `This is not YAML${line ? `, in line ${line}, column ${col}` : ''}: ${
        error.message.split(/ at line |\n/)[0]
      }`,
    );
    return;
  }
  const content = document.toJS();
  if (
    typeof content !== 'object' ||
    content === null ||
    Array.isArray(content)
  ) {
    field.addError('Write fields and their values, such as "features:".');
  }
};
