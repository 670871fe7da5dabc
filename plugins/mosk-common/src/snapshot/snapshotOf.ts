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

import { ProjectedObject } from '../kinds/types';
import { SnapshotStore } from './SnapshotStore';
import { CloudConnection, CloudSnapshot, MissingPart } from './types';

/**
 * A snapshot of these objects: live and complete unless said otherwise.
 * @public
 */
export function snapshotOf(options: {
  cloud: string;
  objects: Iterable<ProjectedObject>;
  connection?: CloudConnection;
  complete?: boolean;
  missing?: readonly MissingPart[];
  discovered?: readonly string[];
  revision?: string;
}): CloudSnapshot {
  const store = SnapshotStore.create({
    cloud: options.cloud,
    revisionPrefix: options.revision ?? 'snapshot',
    connection: options.connection ?? {
      state: 'live',
      since: '2026-01-01T00:00:00Z',
    },
  });
  const kinds = new Set<string>();
  for (const object of options.objects) {
    kinds.add(object.kind);
    store.put(object);
  }
  const missing = options.missing ?? [];
  store.update({
    complete: options.complete ?? missing.length === 0,
    missing,
    discovered: options.discovered ?? [...kinds],
  });
  return store.snapshot();
}
