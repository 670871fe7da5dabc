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

import { createHash } from 'node:crypto';
import { Rollout } from '@mosk-portal/plugin-mosk-common';

/**
 * Id of a rollout: the same for the same key, so that a write that is repeated meets itself and a link can be made before it.
 * @public
 */
export function rolloutId(
  key: Pick<Rollout, 'cloud' | 'uid' | 'generation' | 'run'>,
): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([key.cloud, key.uid, key.generation, key.run]))
    .digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}
