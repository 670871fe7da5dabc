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

/** What the operator did in its last round, by its message. */
export interface RoundReport {
  /** Parts that it changed. */
  changed: readonly string[];
  /** Parts that it could not apply. */
  failed: readonly string[];
}

const changedPart = /apply is in progress:\s*([^;]*)/i;
const failedPart = /apply is failed:\s*(?:failed to ensure\s+)?([^;]*)/i;

/** Both lists stand in one message, such as `... is in progress: cephcluster; ... is failed: failed to ensure cephclients`. */
export function readRound(message: string | undefined): RoundReport {
  return {
    changed: namesOf(changedPart, message),
    failed: namesOf(failedPart, message),
  };
}

/** The one message that tells that everything of the spec is applied. */
export function isSuccess(message: string | undefined): boolean {
  return message === 'Ceph cluster configuration successfully applied';
}

/** The operator has checked the spec and done nothing with it yet. */
export function isFoundRight(message: string | undefined): boolean {
  return /^Validation of \S+ spec is ok$/.test(message ?? '');
}

function namesOf(pattern: RegExp, message = ''): string[] {
  return (pattern.exec(message)?.[1] ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
}
