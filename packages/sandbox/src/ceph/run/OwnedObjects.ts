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

import { Resource } from '../../kubernetes';
import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { mergePatch } from '../../simulation/mergePatch';
import { persist } from '../../simulation/retry';

/** Makes, changes and removes the objects that the operator writes. */
export class OwnedObjects {
  constructor(
    private readonly context: SimulationContext,
    private readonly fieldManager: string,
  ) {}

  /** Makes the spec of an object the wanted one; true when it was not. */
  async ensure(
    identity: Resource,
    object: KubernetesObject,
  ): Promise<{ changed: boolean; live: KubernetesObject }> {
    const { api, signal } = this.context;
    const { fieldManager } = this;
    return await persist(signal, async () => {
      const live = await api.get(identity, object.metadata);
      if (!live) {
        const made = await api.create(identity, object, { fieldManager });
        return { changed: true, live: made };
      }
      const patch =
        object.spec &&
        mergePatch(live.spec ?? {}, JSON.parse(JSON.stringify(object.spec)));
      return patch
        ? {
            changed: true,
            live: await api.patch(
              identity,
              object.metadata,
              { spec: patch },
              { fieldManager },
            ),
          }
        : { changed: false, live };
    });
  }

  /** Ends those that nobody wants any more; true when there were any. */
  async prune(
    identity: Resource,
    namespace: string,
    wanted: readonly string[],
  ): Promise<boolean> {
    const { api, signal } = this.context;
    const surplus = (await api.list(identity, namespace)).filter(
      ({ metadata }) => !wanted.includes(metadata.name),
    );
    for (const { metadata } of surplus) {
      if (!metadata.deletionTimestamp) {
        await persist(signal, () => api.remove(identity, metadata));
      }
    }
    return surplus.length > 0;
  }
}
