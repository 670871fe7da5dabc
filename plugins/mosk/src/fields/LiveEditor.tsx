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

import { Alert, Button, Flex, SearchField, Text } from '@backstage/ui';
import { JsonObject } from '@backstage/types';
import {
  isSameObject,
  MoskLiveEditorValue,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { useEffect, useMemo, useState } from 'react';
import lists from '../components/shared/lists.module.css';
import { AddField } from './AddField';
import { LiveFieldRow } from './LiveFieldRow';
import { removeField, setField, undoField } from './liveEdit';
import { liveFields } from './liveFields';

export interface LiveEditorProps {
  live: MoskViews.Manifest;
  value: MoskLiveEditorValue | undefined;
  onChange(value: MoskLiveEditorValue): void;
}

const MOST_SHOWN = 40;

/** Paths that were edited on an older version of this object. */
function editsOfOlder(
  value: MoskLiveEditorValue | undefined,
  { specVersion }: MoskViews.Manifest,
): string[] {
  return value?.specVersion &&
    value.specVersion !== specVersion &&
    isSameObject(value.specVersion, specVersion)
    ? [...Object.keys(value.set ?? {}), ...(value.remove ?? [])]
    : [];
}

export function LiveEditor({ live, value, onChange }: LiveEditorProps) {
  const [search, setSearch] = useState('');
  const [showAll, setShowAll] = useState(false);
  const [setAside] = useState(() => editsOfOlder(value, live));
  const fields = useMemo(
    () => liveFields((live.spec ?? {}) as JsonObject),
    [live.spec],
  );
  const isCurrent = value?.specVersion === live.specVersion;
  const empty = { specVersion: live.specVersion, set: {}, remove: [] };
  const edit: MoskLiveEditorValue =
    value && isCurrent
      ? { ...value, set: value.set ?? {}, remove: value.remove ?? [] }
      : empty;
  // Edits of another object or of an older version do not count for this one.
  useEffect(() => {
    if (!isCurrent) {
      onChange({ specVersion: live.specVersion, set: {}, remove: [] });
    }
  }, [isCurrent, live.specVersion, onChange]);

  const known = new Set(fields.map(({ path }) => path));
  const added = Object.keys(edit.set).filter(path => !known.has(path));
  const words = search.trim().toLocaleLowerCase('en-US');
  const isEdited = (path: string) =>
    path in edit.set || edit.remove.includes(path);
  const matching = fields.filter(({ path, isTop }) =>
    words
      ? path.toLocaleLowerCase('en-US').includes(words)
      : showAll || isTop || isEdited(path),
  );
  const shown = showAll ? matching : matching.slice(0, MOST_SHOWN);
  return (
    <Flex direction="column" gap="3">
      {setAside.length > 0 && (
        <Alert
          status="warning"
          icon
          title="The object changed since you edited it"
          description={`Your changes were set aside, as they were made on what it was before. Look at it and edit it again: ${setAside.join(
            ', ',
          )}.`}
        />
      )}
      <SearchField
        label="Find a field"
        description={`${fields.length} fields are set in the live object`}
        placeholder="neutron, size, services …"
        value={search}
        onChange={setSearch}
      />
      <ul className={lists.spaced} aria-label="Fields of the live object">
        {shown.map(field => (
          <li key={field.path}>
            <LiveFieldRow
              field={field}
              edited={edit.set[field.path]}
              removed={edit.remove.includes(field.path)}
              onSet={next =>
                onChange(setField(edit, field.path, next, field.value))
              }
              onRemove={() => onChange(removeField(edit, field.path))}
              onUndo={() => onChange(undoField(edit, field.path))}
            />
          </li>
        ))}
        {added.map(path => (
          <li key={path}>
            <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
              <Text as="span" weight="bold">
                {path}
              </Text>
              <Text as="span">new: {JSON.stringify(edit.set[path])}</Text>
              <Button
                size="small"
                variant="tertiary"
                onPress={() => onChange(undoField(edit, path))}
              >
                Undo
              </Button>
            </Flex>
          </li>
        ))}
      </ul>
      {(matching.length > shown.length || (!words && !showAll)) && (
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setShowAll(true)}
          >
            {`Show all ${words ? matching.length : fields.length} fields`}
          </Button>
        </div>
      )}
      <AddField
        onAdd={(path, next) => onChange(setField(edit, path, next, undefined))}
      />
    </Flex>
  );
}
