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

/**
 * What kind of trouble a request met.
 *
 * - `gone`: the resourceVersion or the continue token is too old; list again
 * - `broken`: the answer came, but was cut or is not what it should be
 * - `silent`: the stream brought nothing for too long
 */
export type KubernetesErrorReason =
  | 'unreachable'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'throttled'
  | 'server'
  | 'refused'
  | 'broken'
  | 'silent';

/** The part of a Kubernetes Status that matters here. */
export interface KubernetesStatus {
  message?: string;
  reason?: string;
  code?: number;
  details?: {
    causes?: Array<{ reason?: string; message?: string; field?: string }>;
    retryAfterSeconds?: number;
  };
}

/** A request that failed. Its message may hold values of the cluster: redact before showing it. */
export class KubernetesError extends Error {
  readonly name = 'KubernetesError';
  readonly reason: KubernetesErrorReason;
  readonly httpStatus?: number;
  readonly retryAfterMs?: number;
  readonly status?: KubernetesStatus;

  constructor(options: {
    reason: KubernetesErrorReason;
    message: string;
    httpStatus?: number;
    retryAfterMs?: number;
    status?: KubernetesStatus;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.reason = options.reason;
    this.httpStatus = options.httpStatus;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
  }
}
