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

import { CephDaemonCount, countDaemons } from '../../ceph/countDaemons';
import { rookNamespaceOf } from '../../ceph/daemons';
import { cephOperators } from '../../ceph/operators';
import { ObserveContext } from '../../rollout/types';
import { ProjectedCephCluster, cephCluster } from '../CephCluster';
import { cephBlockPool } from '../CephBlockPool';
import { cephDeploymentMaintenance } from '../CephDeploymentMaintenance';
import { cephFilesystem } from '../CephFilesystem';
import { cephObjectStore } from '../CephObjectStore';
import { cephOsdRemoveRequest } from '../CephOsdRemoveRequest';
import { cephOsdRemoveTask } from '../CephOsdRemoveTask';
import { ProjectedCephMaintenance } from '../cephMaintenance';
import { ProjectedCephOsdRemoval } from '../cephOsdRemoval';
import type { ProjectedCephSpec } from '../cephSpec';
import { deployment } from '../Deployment';
import { miraCephMaintenance } from '../MiraCephMaintenance';
import {
  ProjectedOpenStackDeploymentStatus,
  openStackDeploymentStatus,
} from '../OpenStackDeploymentStatus';
import { ProjectedRookObject } from '../rookObject';
import { ProjectedWorkload } from '../workload';

export type CephContext = ObserveContext<ProjectedCephSpec>;

/** What of a snapshot a rollout of a Ceph cluster is read from. */
export interface Facts {
  object: ProjectedCephSpec;
  /** What the operator is called. */
  operatorTitle: string;
  operator: ProjectedWorkload | undefined;
  cluster: ProjectedCephCluster | undefined;
  pools: readonly ProjectedRookObject[];
  filesystems: readonly ProjectedRookObject[];
  stores: readonly ProjectedRookObject[];
  daemons: readonly CephDaemonCount[];
  /** Removals of OSDs that hold the operator back. */
  removals: readonly ProjectedCephOsdRemoval[];
  maintenance: ProjectedCephMaintenance | undefined;
  openStack: ProjectedOpenStackDeploymentStatus | undefined;
  /** Until when what the snapshot says is known to hold. */
  readAt: number;
  settle: number;
  stuck: number;
  failing: number;
}

const idleRemovals = [
  'Pending',
  'Completed',
  'CompletedWithWarnings',
  'ValidationFailed',
  'Aborted',
];

export function factsOf(
  { snapshot, now, delays }: CephContext,
  object: ProjectedCephSpec,
): Facts {
  const { name, namespace } = object.metadata;
  const { state, lastContactAt, since } = snapshot.connection;
  const isNew = object.kind === 'CephDeployment';
  const rook = rookNamespaceOf(object.spec);
  const inRook = <T extends ProjectedRookObject | ProjectedCephCluster>(
    objects: readonly T[],
  ) => {
    const own = objects.filter(({ metadata }) => metadata.namespace === rook);
    return own.length > 0 ? own : objects;
  };
  const clusters = inRook(snapshot.objects(cephCluster));
  const cluster =
    clusters.find(({ metadata }) => metadata.name === name) ?? clusters[0];
  const { subject, deployment: operatorName } = cephOperators[object.kind];
  const deployments = snapshot.objects(deployment);
  const daemonNamespace = cluster?.metadata.namespace ?? rook;
  return {
    object,
    operatorTitle: subject,
    operator: deployments.find(
      ({ metadata }) =>
        metadata.name === operatorName && metadata.namespace === namespace,
    ),
    cluster,
    pools: inRook(snapshot.objects(cephBlockPool)),
    filesystems: inRook(snapshot.objects(cephFilesystem)),
    stores: inRook(snapshot.objects(cephObjectStore)),
    daemons: countDaemons(
      deployments.filter(
        ({ metadata }) => metadata.namespace === daemonNamespace,
      ),
      object.spec,
    ),
    removals: (isNew
      ? snapshot.objects(cephOsdRemoveTask)
      : snapshot.objects(cephOsdRemoveRequest)
    ).filter(
      removal =>
        removal.metadata.namespace === namespace &&
        removal.phase !== undefined &&
        !idleRemovals.includes(removal.phase) &&
        !isSettledFailure(removal),
    ),
    maintenance: (isNew
      ? snapshot.objects(cephDeploymentMaintenance)
      : snapshot.objects(miraCephMaintenance)
    ).find(({ metadata }) => metadata.namespace === namespace),
    openStack: snapshot.objects(openStackDeploymentStatus)[0],
    readAt:
      state === 'live' ? now.getTime() : Date.parse(lastContactAt ?? since),
    settle: delays.settle,
    stuck: delays.stuck,
    failing: delays.failing,
  };
}

/** Only a removal that failed half-way holds the operator back, until somebody says that it is resolved. */
function isSettledFailure(removal: ProjectedCephOsdRemoval): boolean {
  return (
    removal.phase === 'Failed' &&
    (removal.resolved || removal.previousPhase !== 'Processing')
  );
}
