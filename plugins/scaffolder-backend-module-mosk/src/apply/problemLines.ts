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

import { FieldProblem } from '@mosk-portal/plugin-mosk-common';
import { ApplyFailure } from '@mosk-portal/plugin-mosk-node';

/** One line for each problem, with its way out. */
export function problemLines(problems: readonly FieldProblem[]): string[] {
  return problems.map(({ path, message, advice }) =>
    [`${path}: ${message}`, advice].filter(Boolean).join(' '),
  );
}

const wayOut: Partial<Record<ApplyFailure['reason'], string>> = {
  conflict:
    'Leave these fields to their managers, or take them over with force.',
  'moved-on':
    'The object changed since the preview. Start the template again and look at the new preview.',
  'admission-unavailable':
    'The admission webhook of the cloud does not answer, so every write is refused. Bring it back (pods in osh-system), then use Retry.',
  unreachable: 'Use Retry once the cloud answers again.',
};

/** Why a write was refused, field by field. */
export function failureLines(failure: ApplyFailure): string[] {
  return [
    failure.message,
    ...failure.conflicts.map(
      ({ path, manager }) => `${path}: is owned by ${manager}.`,
    ),
    ...failure.fields.map(({ path, message }) => `${path}: ${message}`),
    ...[wayOut[failure.reason] ?? []].flat(),
  ];
}
