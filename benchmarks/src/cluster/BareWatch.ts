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

import { KubernetesClient, WatchEvent } from '@mosk-portal/sandbox';
import { resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { NAMESPACE } from './serviceDeployment';

/** Nothing but a watch of Deployments: no program learns of a change sooner. */
export class BareWatch {
  private readonly ended = new AbortController();
  private waiting: Array<(event: WatchEvent) => void> = [];

  static async start(client: KubernetesClient): Promise<BareWatch> {
    const watch = new BareWatch(client);
    const { metadata } = await client.list(
      resourceIdentities.Deployment,
      NAMESPACE,
      { limit: 1 },
    );
    watch.follow(metadata.resourceVersion);
    return watch;
  }

  private constructor(private readonly client: KubernetesClient) {}

  /** Resolves with the moment of the next such event. */
  next(matches: (event: WatchEvent) => boolean): Promise<number> {
    return new Promise(resolve => {
      const listener = (event: WatchEvent) => {
        if (matches(event)) {
          this.waiting = this.waiting.filter(each => each !== listener);
          resolve(Date.now());
        }
      };
      this.waiting.push(listener);
    });
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.client.close();
  }

  private async follow(resourceVersion: string): Promise<void> {
    const events = this.client.watch(resourceIdentities.Deployment, NAMESPACE, {
      resourceVersion,
      signal: this.ended.signal,
    });
    for await (const event of events) {
      this.waiting.forEach(listener => listener(event));
    }
  }
}
