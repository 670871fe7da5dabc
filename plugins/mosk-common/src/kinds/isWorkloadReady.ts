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

import { ProjectedWorkload } from './workload';

/**
 * Whether every pod of a workload runs what it should and is ready: the rule by which the
 * OpenStack Operator fills `status.health`.
 * @public
 */
export function isWorkloadReady(workload: ProjectedWorkload): boolean {
  const { metadata, observedGeneration = 0, wanted, ready, updated } = workload;
  if (observedGeneration < (metadata.generation ?? 0)) {
    return false;
  }
  if (workload.kind !== 'DaemonSet') {
    return updated === ready && ready === wanted;
  }
  return workload.updateStrategy === 'OnDelete'
    ? ready === wanted
    : ready === updated && ready === wanted;
}
