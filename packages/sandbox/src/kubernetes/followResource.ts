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

import { KubernetesClient, ListOptions } from './KubernetesClient';
import { Resource, WatchEvent } from './types';
import { pause } from '../pause';

/**
 * List and watch for ever: what is there first, as ADDED, then each change. After a break it lists anew, so an object may
 * come as ADDED again, and a deletion during the break is missed: its followers must compare, as real operators do.
 */
export async function* followResource(
  client: KubernetesClient,
  resource: Resource,
  namespace: string | undefined,
  options: ListOptions & { signal: AbortSignal },
): AsyncGenerator<WatchEvent> {
  const { signal, ...selection } = options;
  while (!signal.aborted) {
    try {
      const list = await client.list(resource, namespace, selection);
      for (const object of list.items) {
        yield { type: 'ADDED', object };
      }
      const events = client.watch(resource, namespace, {
        ...selection,
        resourceVersion: list.metadata.resourceVersion,
        signal,
      });
      for await (const event of events) {
        if (event.type !== 'BOOKMARK') {
          yield event;
        }
      }
    } catch (error) {
      // The API server may be away, on purpose.
      await pause(200, signal);
    }
  }
}
