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

import { structuredPatch } from 'diff';

export interface DiffLine {
  kind: 'added' | 'removed' | 'same' | 'gap';
  text: string;
}

const kinds: Record<string, DiffLine['kind']> = {
  '+': 'added',
  '-': 'removed',
  ' ': 'same',
};

/** Lines of a unified diff with a little of what stands around each change. */
export function diffLines(before: string, after: string): DiffLine[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', {
    context: 4,
  });
  return hunks.flatMap(hunk => [
    {
      kind: 'gap' as const,
      text: before ? `from line ${hunk.oldStart}` : 'new',
    },
    ...hunk.lines
      .filter(line => !line.startsWith('\\'))
      .map(line => ({ kind: kinds[line[0]] ?? 'same', text: line.slice(1) })),
  ]);
}
