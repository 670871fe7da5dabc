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

import { KindDefinition } from '@mosk-portal/plugin-mosk-common';
import { KubernetesConnection } from '../clusters';
import { ApplyRequest, ApplyResult } from '../types';
import { createApplyError } from './ApplyError';

/** What an apply needs to know of its cloud. */
export interface ApplyContext {
  cloud: string;
  readOnly?: { reason: string };
  connection: KubernetesConnection;
  kinds: readonly KindDefinition[];
  timeoutMs: number;
}

export async function applyManifest(
  _request: ApplyRequest,
  context: ApplyContext,
): Promise<ApplyResult> {
  throw createApplyError({
    reason: 'read-only',
    message: `The cloud "${context.cloud}" is read-only`,
  });
}
