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

import { Text, TextAreaField } from '@backstage/ui';
import { JsonValue } from '@backstage/types';
import { useEffect, useState } from 'react';
import { parse, stringify } from 'yaml';

export interface YamlInputProps {
  label: string;
  value: JsonValue;
  onChange(value: JsonValue): void;
}

const MOST_ROWS = 12;

/** A list or an object as YAML; it counts once it can be read. */
export function YamlInput({ label, value, onChange }: YamlInputProps) {
  const [text, setText] = useState(() => stringify(value));
  const [error, setError] = useState<string>();
  const live = JSON.stringify(value);
  // An undo comes from outside; what is being typed must not be tidied up.
  useEffect(() => {
    setText(current => {
      try {
        return JSON.stringify(parse(current)) === live
          ? current
          : stringify(JSON.parse(live));
      } catch {
        return current;
      }
    });
  }, [live]);
  const change = (next: string) => {
    setText(next);
    try {
      onChange((parse(next) ?? '') as JsonValue);
      setError(undefined);
    } catch (problem) {
      setError(`Not YAML yet: ${(problem as Error).message.split('\n')[0]}`);
    }
  };
  return (
    <>
      <TextAreaField
        label={label}
        description="YAML; the value is sent whole"
        rows={Math.min(MOST_ROWS, text.split('\n').length + 1)}
        value={text}
        isInvalid={Boolean(error)}
        onChange={change}
      />
      {error && (
        <Text as="p" color="danger" role="alert">
          {error}
        </Text>
      )}
    </>
  );
}
