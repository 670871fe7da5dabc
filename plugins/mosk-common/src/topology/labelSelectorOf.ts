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

import { ProjectedWorkload } from '../kinds/workload';

const keys = [
  'application',
  'release_group',
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app',
];

/**
 * Selector of the pods of these workloads and, where labels allow it, of no others.
 */
export function labelSelectorOf(
  workloads: readonly ProjectedWorkload[],
  all: readonly ProjectedWorkload[],
): string | undefined {
  if (workloads.length === 0) {
    return undefined;
  }
  const own = new Set(workloads.map(({ metadata }) => metadata.uid));
  const namespaces = new Set(
    workloads.map(({ metadata }) => metadata.namespace),
  );
  const others = all.filter(
    ({ metadata }) =>
      namespaces.has(metadata.namespace) && !own.has(metadata.uid),
  );
  const shared = keys.filter(key => workloads.every(has(key)));
  const exact = shared.find(key => {
    const values = new Set(workloads.map(valueOf(key)));
    return !others.map(valueOf(key)).some(value => value && values.has(value));
  });
  const key = exact ?? shared[0];
  if (!key) {
    return undefined;
  }
  const values = [...new Set(workloads.map(valueOf(key)))].sort();
  return values.length === 1
    ? `${key}=${values[0]}`
    : `${key} in (${values.join(', ')})`;
}

function valueOf(key: string) {
  return ({ selector, metadata }: ProjectedWorkload): string | undefined =>
    selector[key] ?? metadata.labels[key];
}

function has(key: string) {
  return (workload: ProjectedWorkload) => Boolean(valueOf(key)(workload));
}
