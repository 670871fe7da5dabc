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

import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';

export interface PersonFilterProps {
  person: string;
  onChange(person: string): void;
}

/** Who asked: an entity reference or a field manager. Takes effect on Enter and when the field is left. */
export function PersonFilter({ person, onChange }: PersonFilterProps) {
  const [text, setText] = useState(person);
  useEffect(() => setText(person), [person]);
  const commit = (value: string) => {
    if (value.trim() !== person) {
      onChange(value.trim());
    }
  };
  return (
    <SearchField
      label="Person or field manager"
      placeholder="user:default/… or kubectl"
      value={text}
      onChange={setText}
      onSubmit={commit}
      onClear={() => commit('')}
      onBlur={() => commit(text)}
    />
  );
}
