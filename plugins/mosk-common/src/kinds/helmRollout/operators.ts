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

import { ProjectedWorkload } from '../workload';

const stackLightNamespace = 'stacklight';

/** A workload that is a Helm Controller, by name or label. */
export function isHelmController({
  kind,
  metadata,
}: ProjectedWorkload): boolean {
  return (
    kind !== 'DaemonSet' &&
    [
      metadata.name,
      metadata.labels.app,
      metadata.labels['app.kubernetes.io/name'],
    ].includes('helm-controller')
  );
}

/**
 * The Helm Controller that handles the bundles of a namespace: StackLight brings one of its own for its own.
 */
export function helmControllerFor<T extends ProjectedWorkload>(
  namespace: string | undefined,
  workloads: readonly T[],
): T | undefined {
  const found = workloads.filter(isHelmController);
  return (
    found.find(({ metadata }) => metadata.namespace === namespace) ??
    found.find(({ metadata }) => metadata.namespace !== stackLightNamespace)
  );
}

/** Id of the component that a Helm Controller is. */
export function helmOperatorIdOf(
  controller: ProjectedWorkload | undefined,
): string {
  return controller?.metadata.namespace === stackLightNamespace
    ? 'stacklight/helm-controller'
    : 'operator/helm';
}
