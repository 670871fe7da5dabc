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

import { followResource, KubernetesObject, Resource } from '../kubernetes';
import { SandboxCloud } from './SandboxCloud';

/** Every state of an object that a watch brings, and waiting for one. */
export class History {
  readonly seen: KubernetesObject[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #end = new AbortController();
  from = 0;

  constructor(cloud: SandboxCloud, resource: Resource, namespace: string) {
    const follow = async () => {
      const events = followResource(cloud.adminClient, resource, namespace, {
        signal: this.#end.signal,
      });
      for await (const { object, type } of events) {
        this.seen.push(type === 'DELETED' ? { ...object, gone: true } : object);
        this.#listeners.forEach(listener => listener());
      }
    };
    this.#done = follow().catch(() => {});
  }

  readonly #done: Promise<void>;

  get recent() {
    return this.seen.slice(this.from);
  }

  /** Looks at what comes from now on only. */
  mark() {
    this.from = this.seen.length;
  }

  until(holds: (object: KubernetesObject) => boolean) {
    return new Promise<KubernetesObject>(resolve => {
      const check = () => {
        const found = this.recent.find(holds);
        if (found) {
          this.#listeners.delete(check);
          resolve(found);
        }
      };
      this.#listeners.add(check);
      check();
    });
  }

  async end() {
    this.#end.abort();
    await this.#done;
  }
}
