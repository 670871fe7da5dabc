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

import { ObjectReference, ProjectedObject } from '../kinds/types';
import { HelmReleaseMark, ProjectedWorkload } from '../kinds/workload';
import { ObservedHelmRelease } from './types';

/** Reference of an object that was read from a cluster. */
export function referenceOf({
  kind,
  metadata,
}: ProjectedObject): ObjectReference {
  return { kind, namespace: metadata.namespace, name: metadata.name };
}

/** Helm releases that installed these workloads, each once. */
export function helmReleasesOf(
  workloads: ReadonlyArray<{ helmRelease?: HelmReleaseMark }>,
): ObservedHelmRelease[] {
  const releases = new Map<string, ObservedHelmRelease>();
  for (const { helmRelease } of workloads) {
    if (helmRelease) {
      const id = `${helmRelease.namespace}/${helmRelease.name}`;
      releases.set(id, {
        ...helmRelease,
        chart: helmRelease.chart ?? releases.get(id)?.chart,
      });
    }
  }
  return [...releases.values()].sort((left, right) =>
    left.name.localeCompare(right.name),
  );
}

/** Version of what a workload runs, as far as its labels and its chart tell. */
export function versionOf({
  metadata,
  helmRelease,
}: ProjectedWorkload): string | undefined {
  return (
    metadata.labels['app.kubernetes.io/version'] ??
    chartVersionOf(helmRelease?.chart)
  );
}

/** Version in `<chart>-<version>`. */
export function chartVersionOf(chart: string | undefined): string | undefined {
  return chart?.match(/-v?(\d[^/]*)$/)?.[1];
}
