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

import { Button, Flex, Text } from '@backstage/ui';
import { JsonValue } from '@backstage/types';
import { FieldInput } from './FieldInput';
import { LiveField } from './liveFields';

export interface LiveFieldRowProps {
  field: LiveField;
  edited: JsonValue | undefined;
  removed: boolean;
  onSet(value: JsonValue): void;
  onRemove(): void;
  onUndo(): void;
}

/** One field of the live object: what it is now, and what it is to be. */
export function LiveFieldRow(props: LiveFieldRowProps) {
  const { field, edited, removed, onSet, onRemove, onUndo } = props;
  const isEdited = edited !== undefined;
  if (field.hidden) {
    return (
      <Text as="p" color="secondary">
        <strong>{field.path}</strong>: hidden, so it cannot be edited here
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="1">
      {removed ? (
        <Text as="p">
          <strong>{field.path}</strong> is taken away (was{' '}
          {JSON.stringify(field.value)})
        </Text>
      ) : (
        <FieldInput
          label={field.path}
          value={isEdited ? edited : field.value}
          onChange={onSet}
        />
      )}
      <Flex gap="2" align="center">
        {isEdited && (
          <Text as="span" variant="body-small" color="secondary">
            was {JSON.stringify(field.value)}
          </Text>
        )}
        {isEdited || removed ? (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Undo the change of ${field.path}`}
            onPress={onUndo}
          >
            Undo
          </Button>
        ) : (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Take away ${field.path}`}
            onPress={onRemove}
          >
            Take away
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
