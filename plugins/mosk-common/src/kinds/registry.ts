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

import { cephBlockPool } from './CephBlockPool';
import { cephCluster } from './CephCluster';
import { cephDeployment } from './CephDeployment';
import { cephDeploymentHealth } from './CephDeploymentHealth';
import { cephDeploymentMaintenance } from './CephDeploymentMaintenance';
import { cephFilesystem } from './CephFilesystem';
import { cephObjectStore } from './CephObjectStore';
import { cephOsdRemoveRequest } from './CephOsdRemoveRequest';
import { cephOsdRemoveTask } from './CephOsdRemoveTask';
import { miraCeph } from './MiraCeph';
import { miraCephHealth } from './MiraCephHealth';
import { miraCephMaintenance } from './MiraCephMaintenance';
import { daemonSet } from './DaemonSet';
import { deployment } from './Deployment';
import { helmBundle } from './HelmBundle';
import { job } from './Job';
import { node } from './Node';
import { openStackDeployment } from './OpenStackDeployment';
import { openStackDeploymentStatus } from './OpenStackDeploymentStatus';
import { statefulSet } from './StatefulSet';
import { KindDefinition } from './types';

/**
 * Every kind that the portal reads. A new one is one more file and one more line.
 * @public
 */
export const kindDefinitions: readonly KindDefinition[] = [
  openStackDeployment,
  openStackDeploymentStatus,
  miraCeph,
  miraCephHealth,
  miraCephMaintenance,
  cephOsdRemoveRequest,
  cephDeployment,
  cephDeploymentHealth,
  cephDeploymentMaintenance,
  cephOsdRemoveTask,
  cephCluster,
  cephBlockPool,
  cephObjectStore,
  cephFilesystem,
  helmBundle,
  deployment,
  statefulSet,
  daemonSet,
  job,
  node,
] as readonly KindDefinition<any>[];

/**
 * The definition of a kind by its name; undefined for a kind that the portal does not read.
 * @public
 */
export function findKindDefinition(kind: string): KindDefinition | undefined {
  return kindDefinitions.find(({ identity }) => identity.kind === kind);
}
