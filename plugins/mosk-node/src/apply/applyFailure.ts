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

import { FieldConflict, redactText } from '@mosk-portal/plugin-mosk-common';
import { KubernetesError, KubernetesStatus } from '../clusters';
import { ApplyFailure, ApplyFailureReason } from '../types';
import { ApplyError, createApplyError } from './ApplyError';

/** Says why the API server refused a write, by field where it tells. */
export function applyFailure(error: unknown): ApplyError {
  if (!(error instanceof KubernetesError)) {
    throw error;
  }
  const conflicts = parseConflicts(error.status);
  const failure: ApplyFailure = {
    reason: reasonOf(error, conflicts),
    message: redactText(error.message),
    conflicts,
    fields: conflicts.length ? [] : parseFields(error),
    httpStatus: error.httpStatus,
  };
  return createApplyError(failure);
}

function reasonOf(
  { reason, httpStatus, message }: KubernetesError,
  conflicts: FieldConflict[],
): ApplyFailureReason {
  if (/failed calling webhook|failed to call webhook/.test(message)) {
    return 'admission-unavailable';
  }
  if (
    /admission webhook .+ denied the request|ValidatingAdmissionPolicy .+ denied request/.test(
      message,
    )
  ) {
    return 'admission';
  }
  if (httpStatus === 409) {
    return conflicts.length ? 'conflict' : 'moved-on';
  }
  switch (reason) {
    case 'unauthorized':
    case 'forbidden':
      return reason;
    case 'refused':
    case 'not-found':
      return 'invalid';
    default:
      // The API server reports a value of the wrong type as its own failure.
      return /failed to create typed patch object|field not declared in schema/.test(
        message,
      )
        ? 'invalid'
        : 'unreachable';
  }
}

/** Reads which fields other managers own. */
export function parseConflicts(
  status: KubernetesStatus | undefined,
): FieldConflict[] {
  return (status?.details?.causes ?? [])
    .filter(cause => cause.reason === 'FieldManagerConflict')
    .map(cause => ({
      path: plainPath(cause.field),
      manager:
        /conflict with "((?:[^"\\]|\\.)*)"/.exec(cause.message ?? '')?.[1] ??
        'unknown',
      message: redactText(cause.message ?? ''),
    }));
}

function parseFields({
  status,
  message,
}: KubernetesError): ApplyFailure['fields'] {
  const causes = (status?.details?.causes ?? [])
    .filter(cause => cause.field)
    .map(cause => ({
      path: plainPath(cause.field),
      message: redactText(cause.message ?? ''),
    }));
  if (causes.length) {
    return causes;
  }
  const strict = [
    ...message.matchAll(/(unknown|duplicate) field "([^"]+)"/g),
  ].map(([, what, path]) => ({
    path: plainPath(path),
    message: `${what} field`,
  }));
  const typed = [
    ...message.matchAll(/(?:^|[\s:])(\.[\w.[\]="-]+): ([^\n]+)/g),
  ].map(([, path, text]) => ({
    path: plainPath(path),
    message: redactText(text),
  }));
  return [...strict, ...typed];
}

function plainPath(path: string | undefined): string {
  return (path ?? '').replace(/^\./, '');
}
