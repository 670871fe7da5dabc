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
  KubernetesError,
  KubernetesErrorReason,
  KubernetesStatus,
} from './KubernetesError';
import { KubernetesResponse } from './types';

const reasons: Record<number, KubernetesErrorReason> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  410: 'gone',
  429: 'throttled',
};

/** Makes an error of an answer that is not a success. */
export function answerError(
  response: Pick<KubernetesResponse, 'status' | 'headers'>,
  text: string,
  now = Date.now(),
): KubernetesError {
  const status = parseStatus(text);
  return statusError(
    { code: response.status, ...status },
    retryAfterMs(response.headers['retry-after'], now),
    `HTTP ${response.status}`,
  );
}

/** Makes an error of a Status, which may also come as the last event of a watch. */
export function statusError(
  status: KubernetesStatus,
  retryAfter?: number,
  fallback = 'The API server gave no reason',
): KubernetesError {
  const code = status.code ?? 500;
  const seconds = status.details?.retryAfterSeconds;
  return new KubernetesError({
    reason: reasons[code] ?? (code >= 500 ? 'server' : 'refused'),
    message: status.message || fallback,
    httpStatus: code,
    retryAfterMs:
      retryAfter ?? (seconds === undefined ? undefined : seconds * 1000),
    status,
  });
}

function parseStatus(text: string): KubernetesStatus {
  try {
    const value = JSON.parse(text);
    return value?.kind === 'Status' ? value : {};
  } catch {
    return {};
  }
}

/** Reads a Retry-After header, which is a number of seconds or a date. */
export function retryAfterMs(
  header: string | string[] | undefined,
  now: number,
): number | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (!text) {
    return undefined;
  }
  if (/^\d+$/.test(text.trim())) {
    return Number(text) * 1000;
  }
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
