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

import { TextAreaField } from '@backstage/ui';
import { FieldFrame } from './FieldFrame';
import { FieldProps } from './types';

/** An object as YAML text, which is checked before the form goes on. */
export function MoskYaml(props: FieldProps<string, { rows?: number }>) {
  const { formData, onChange, required, schema, uiSchema } = props;
  return (
    <FieldFrame>
      <TextAreaField
        label={schema.title ?? 'YAML'}
        description={schema.description}
        isRequired={required}
        rows={uiSchema?.['ui:options']?.rows ?? 8}
        spellCheck="false"
        value={formData ?? ''}
        onChange={text => onChange(text || undefined)}
      />
    </FieldFrame>
  );
}
