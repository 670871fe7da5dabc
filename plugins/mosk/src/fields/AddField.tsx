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

import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Flex,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { JsonValue } from '@backstage/types';
import { formatPath, parsePath } from '@mosk-portal/plugin-mosk-common';
import { useState } from 'react';
import { parse } from 'yaml';

export interface AddFieldProps {
  onAdd(path: string, value: JsonValue): void;
}

/** Sets a field that the live object does not have yet. */
export function AddField({ onAdd }: AddFieldProps) {
  const [path, setPath] = useState('');
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const add = () => {
    const keys = parsePath(path.trim());
    if (keys[0] !== 'spec' || keys.length < 2) {
      setError("The path must begin with 'spec.', such as spec.features.nova.");
      return;
    }
    try {
      const value = parse(text) as JsonValue;
      if (value === null || value === undefined) {
        setError('Give a value.');
        return;
      }
      onAdd(formatPath(keys), value);
      setPath('');
      setText('');
      setError(undefined);
    } catch (problem) {
      setError(`Not YAML: ${(problem as Error).message.split('\n')[0]}`);
    }
  };
  return (
    <Accordion>
      <AccordionTrigger title="Set a field that is not there yet" />
      <AccordionPanel>
        <Flex direction="column" gap="2">
          <TextField
            label="Path"
            placeholder="spec.features.neutron.dvr.enabled"
            value={path}
            onChange={setPath}
          />
          <TextAreaField
            label="Value"
            description="YAML"
            rows={3}
            value={text}
            onChange={setText}
          />
          {error && (
            <Text as="p" color="danger" role="alert">
              {error}
            </Text>
          )}
          <div>
            <Button variant="secondary" size="small" onPress={add}>
              Set it
            </Button>
          </div>
        </Flex>
      </AccordionPanel>
    </Accordion>
  );
}
