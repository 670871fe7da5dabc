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

import { JsonObject } from '@backstage/types';
import { RawObject } from '../kinds/types';
import { projected, sampleWorkload } from './sampleCloud';

/** What the HelmBundle Operator says of a release that is well. */
export function sampleReleaseStatus(more: JsonObject = {}): JsonObject {
  return {
    namespace: 'osh-system',
    chart: 'internal/metrics-proxy',
    version: '1.4.0',
    revision: 1,
    hash: '5b1c9e',
    status: 'deployed',
    success: true,
    ready: true,
    attempt: 1,
    finishedAt: '2026-03-04T09:00:41Z',
    notes: 'Planted',
    ...more,
  };
}

/** A bundle of two releases, the second of which needs the first. */
export function sampleBundle(
  options: {
    statuses?: Record<string, JsonObject>;
    metadata?: Partial<RawObject['metadata']>;
    observedGeneration?: number;
  } = {},
) {
  const { statuses, metadata, observedGeneration = 1 } = options;
  return projected({
    kind: 'HelmBundle',
    metadata: {
      name: 'extras',
      namespace: 'osh-system',
      uid: 'bundle',
      generation: 1,
      managedFields: [
        {
          manager: 'mosk-portal',
          operation: 'Apply',
          fieldsV1: { 'f:spec': {} },
        },
      ],
      ...metadata,
    },
    spec: {
      releases: [
        {
          name: 'metrics-proxy',
          namespace: 'osh-system',
          chart: 'internal/metrics-proxy',
          version: '1.4.0',
          values: { adminPassword: 'Planted' },
        },
        {
          name: 'metrics-ui',
          namespace: 'osh-system',
          chart: 'internal/metrics-ui',
          version: '0.9.1',
          requires: ['metrics-proxy'],
        },
      ],
    },
    status: {
      observedGeneration,
      releaseStatuses: statuses ?? {
        'metrics-proxy': sampleReleaseStatus(),
        'metrics-ui': sampleReleaseStatus({
          chart: 'internal/metrics-ui',
          version: '0.9.1',
        }),
      },
    },
  });
}

/** The Helm Controller, and what the bundle installed. */
export const sampleHelmWorkloads = {
  controller: sampleWorkload({
    name: 'helm-controller',
    namespace: 'kube-system',
    labels: { app: 'helm-controller' },
    wanted: 1,
  }),
  proxy: sampleWorkload({
    name: 'metrics-proxy',
    namespace: 'osh-system',
    release: 'metrics-proxy',
  }),
};
