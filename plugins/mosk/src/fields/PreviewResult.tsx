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

import { Alert, Checkbox, Flex } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { DiffView } from '../components/shared/DiffView';
import lists from '../components/shared/lists.module.css';
import { objectName } from '../components/shared/objectName';
import { DryRunAnswer } from './DryRunAnswer';
import { ProblemList } from './ProblemList';

export interface PreviewResultProps {
  preview: MoskViews.ChangePreview;
  takeOver: boolean;
  onTakeOver(takeOver: boolean): void;
}

const operationWords: Record<MoskViews.ChangePreview['operation'], string> = {
  create: 'makes',
  change: 'changes',
  unchanged: 'leaves as it is',
};

export function PreviewResult(props: PreviewResultProps) {
  const { preview, takeOver, onTakeOver } = props;
  const { conflicts, operation, warnings } = preview;
  return (
    <Flex direction="column" gap="3">
      <Alert
        status="info"
        icon
        title={`This ${operationWords[operation]} ${objectName(
          preview.object,
        )} in cloud ${preview.cloud}`}
        description={
          operation === 'unchanged'
            ? 'Nothing would be sent: the live object already says so.'
            : undefined
        }
      />
      <ProblemList problems={preview.problems} />
      {(conflicts.length > 0 || takeOver) && (
        <Alert
          status="warning"
          icon
          title={
            conflicts.length > 0
              ? 'Others own fields that this would change'
              : 'Fields of others are taken over'
          }
          description={
            <Flex direction="column" gap="2">
              <ul className={lists.plain} aria-label="Fields owned by others">
                {conflicts.map(({ path, manager }) => (
                  <li key={`${path} ${manager}`}>
                    <code>{path}</code> is owned by {manager}
                  </li>
                ))}
              </ul>
              <Checkbox isSelected={takeOver} onChange={onTakeOver}>
                Take these fields over. What their owners set is overwritten,
                and they may set it again.
              </Checkbox>
            </Flex>
          }
        />
      )}
      <DryRunAnswer preview={preview} />
      {warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Warnings of the API server"
          description={warnings.join(' ')}
        />
      )}
      {operation !== 'unchanged' && <DiffView diff={preview.diff} />}
    </Flex>
  );
}
