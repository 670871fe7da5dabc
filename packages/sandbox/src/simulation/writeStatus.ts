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

import { Resource } from '../kubernetes';
import { KubernetesObject, SimulationContext } from './context';
import { mergePatch } from './mergePatch';
import { isNotFound, persist } from './retry';

/** Makes the status of an object the given one, or what the given function makes of it; nothing where it is gone. */
export async function writeStatus(
  { api, signal }: SimulationContext,
  identity: Resource,
  object: KubernetesObject,
  status: object | ((before: any) => object),
  fieldManager: string,
): Promise<void> {
  await persist(signal, async () => {
    const live = await api.get(identity, object.metadata);
    if (!live || live.metadata.uid !== object.metadata.uid) {
      return;
    }
    const before = live.status ?? {};
    const wanted = typeof status === 'function' ? status(before) : status;
    const patch = mergePatch(before, wanted as Record<string, unknown>);
    if (patch) {
      await api.patch(
        identity,
        object.metadata,
        { status: patch },
        { subresource: 'status', fieldManager },
      );
    }
  }).catch(error => {
    if (!isNotFound(error)) {
      throw error;
    }
  });
}

/** As Kubernetes writes moments. */
export const timestamp = (date = new Date()): string =>
  `${date.toISOString().slice(0, 19)}Z`;
