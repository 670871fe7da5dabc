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

import { ConflictError } from '@backstage/errors';
import {
  ApplyRequest,
  ApplyResult,
  isApplyError,
  MoskCloud,
} from '@mosk-portal/plugin-mosk-node';
import { failureLines } from './problemLines';

async function explained<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isApplyError(error)) {
      error.message = failureLines(error.failure).join('\n');
    }
    throw error;
  }
}

/** Tries the write first, holds it against the preview, and only then makes it. */
export async function applyManifest(options: {
  cloud: MoskCloud;
  request: Omit<ApplyRequest, 'dryRun'>;
  previewHash: string | undefined;
  dryRun: boolean;
}): Promise<ApplyResult> {
  const { cloud, request, previewHash, dryRun } = options;
  const tried = await explained(() =>
    cloud.apply({ ...request, dryRun: true }),
  );
  if (previewHash && tried.hash !== previewHash) {
    throw new ConflictError(
      'What would be sent is not what the preview showed: the object or the portal changed since. Start the template again and look at the new preview.',
    );
  }
  if (dryRun || tried.operation === 'unchanged') {
    return tried;
  }
  return explained(() => cloud.apply({ ...request, dryRun: false }));
}
