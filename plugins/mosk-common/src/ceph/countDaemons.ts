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
import { isWorkloadReady } from '../kinds/isWorkloadReady';
import { ProjectedWorkload } from '../kinds/workload';
import {
  CephDaemon,
  cephDaemonOf,
  cephDaemons,
  cephDaemonTitles,
  wantedDaemonsOf,
} from './daemons';

/**
 * Daemons of one sort: those that are ready of those that should run.
 * @public
 */
export interface CephDaemonCount {
  daemon: CephDaemon;
  title: string;
  ready: number;
  wanted: number;
  workloads: readonly ProjectedWorkload[];
}

/** Sorts of daemons that a cluster has or is asked to have. */
export function countDaemons(
  workloads: readonly ProjectedWorkload[],
  spec: JsonObject | undefined,
): CephDaemonCount[] {
  const asked = spec ? wantedDaemonsOf(spec) : {};
  return cephDaemons.flatMap(daemon => {
    const own = workloads.filter(workload => cephDaemonOf(workload) === daemon);
    // A daemon that nobody asks for any more still runs until its removal is done.
    const wanted = Math.max(
      asked[daemon] ?? 0,
      own.reduce((sum, workload) => sum + workload.wanted, 0),
    );
    return wanted === 0
      ? []
      : [
          {
            daemon,
            title: cephDaemonTitles[daemon],
            wanted,
            ready: own.reduce((sum, workload) => sum + readyOf(workload), 0),
            workloads: own,
          },
        ];
  });
}

/** Pods that are ready and run what they should. */
function readyOf(workload: ProjectedWorkload): number {
  return isWorkloadReady(workload)
    ? workload.ready
    : Math.min(
        workload.ready,
        workload.updated,
        Math.max(workload.wanted - 1, 0),
      );
}
