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

import { ProjectedObject, RawObject } from '@mosk-portal/plugin-mosk-common';
import {
  KubernetesConnection,
  KubernetesError,
  requestJson,
} from '../clusters';

const pageSize = '500';

/** Lists a collection page by page. Each object is projected at once, so that a page is the most that is held raw. */
export async function listAll<T = ProjectedObject>(options: {
  connection: KubernetesConnection;
  path: string;
  query?: Record<string, string>;
  accept?: string;
  project: (raw: RawObject) => T | undefined;
  signal?: AbortSignal;
  timeoutMs: number;
}): Promise<{ resourceVersion: string; items: T[] }> {
  const items: T[] = [];
  let next: string | undefined;
  for (;;) {
    const { json } = await requestJson(
      options.connection,
      {
        path: options.path,
        query: { ...options.query, limit: pageSize, continue: next },
        headers: options.accept ? { accept: options.accept } : {},
        signal: options.signal,
      },
      options.timeoutMs,
    );
    const metadata = json.metadata as
      | { continue?: string; resourceVersion?: string }
      | undefined;
    if (!Array.isArray(json.items) || !metadata?.resourceVersion) {
      throw new KubernetesError({
        reason: 'broken',
        message: `The answer to ${options.path} is not a list`,
      });
    }
    for (const raw of json.items as unknown as RawObject[]) {
      const item = options.project(raw);
      if (item !== undefined) {
        items.push(item);
      }
    }
    next = metadata.continue || undefined;
    if (!next) {
      return { resourceVersion: metadata.resourceVersion, items };
    }
  }
}
