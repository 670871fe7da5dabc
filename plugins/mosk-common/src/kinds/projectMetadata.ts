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

import { ProjectedMetadata, RawObject } from './types';

const shownLabels = new Set([
  'application',
  'component',
  'release_group',
  'app',
  'chart',
  'release',
  'helm.sh/chart',
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
  'app.kubernetes.io/version',
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/managed-by',
]);

/**
 * What is kept of the metadata of any object. Annotations never are:
 * a kind that shows one reads it by itself.
 */
export function projectMetadata(
  raw: RawObject,
  isShownLabel: (name: string) => boolean = name => shownLabels.has(name),
): ProjectedMetadata {
  const { metadata } = raw;
  return {
    uid: metadata.uid ?? '',
    name: metadata.name,
    namespace: metadata.namespace,
    resourceVersion: metadata.resourceVersion ?? '',
    generation: metadata.generation,
    createdAt: metadata.creationTimestamp,
    deletionRequestedAt: metadata.deletionTimestamp,
    labels: Object.fromEntries(
      Object.entries(metadata.labels ?? {}).filter(([name]) =>
        isShownLabel(name),
      ),
    ),
  };
}
