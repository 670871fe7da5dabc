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

import { JsonObject } from '@backstage/types';
import { answerError } from './answerError';
import { KubernetesError } from './KubernetesError';
import {
  KubernetesConnection,
  KubernetesRequest,
  KubernetesResponse,
} from './types';

/** Requests and reads one JSON object; throws a {@link KubernetesError} for everything else. */
export async function requestJson(
  connection: KubernetesConnection,
  request: KubernetesRequest,
  timeoutMs: number,
): Promise<{ json: JsonObject; response: KubernetesResponse }> {
  // The server may begin an answer and never end it.
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = request.signal
    ? AbortSignal.any([request.signal, timeout])
    : timeout;
  try {
    const response = await connection.request({ ...request, signal });
    const text = await response.body.text();
    if (response.status >= 300) {
      throw answerError(response, text);
    }
    return { json: parse(text), response };
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof KubernetesError) {
      throw error;
    }
    throw new KubernetesError({
      reason: 'unreachable',
      message: timeout.aborted
        ? `No complete answer within ${timeoutMs} ms`
        : `The answer was cut: ${error}`,
      cause: error,
    });
  }
}

function parse(text: string): JsonObject {
  try {
    const value = JSON.parse(text);
    if (typeof value === 'object' && value !== null) {
      return value;
    }
  } catch {
    // Its message quotes the text, which may hold secrets.
  }
  throw new KubernetesError({
    reason: 'broken',
    message: 'The answer of the API server is not valid JSON',
  });
}
