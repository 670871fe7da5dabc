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

import { NumberField, Switch, TextField } from '@backstage/ui';
import { JsonValue } from '@backstage/types';
import { YamlInput } from './YamlInput';

export interface FieldInputProps {
  label: string;
  value: JsonValue;
  onChange(value: JsonValue): void;
}

/** An input that fits the value: a switch, a number, a text, or YAML for all else. */
export function FieldInput({ label, value, onChange }: FieldInputProps) {
  if (typeof value === 'boolean') {
    return <Switch label={label} isSelected={value} onChange={onChange} />;
  }
  if (typeof value === 'number') {
    return (
      <NumberField
        label={label}
        value={value}
        onChange={next => {
          if (!Number.isNaN(next)) {
            onChange(next);
          }
        }}
      />
    );
  }
  if (typeof value === 'string' && !value.includes('\n')) {
    return <TextField label={label} value={value} onChange={onChange} />;
  }
  return <YamlInput label={label} value={value} onChange={onChange} />;
}
