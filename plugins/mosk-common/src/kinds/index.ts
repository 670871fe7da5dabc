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

export * from './CephBlockPool';
export * from './CephCluster';
export * from './CephDeployment';
export * from './CephDeploymentHealth';
export * from './CephDeploymentMaintenance';
export * from './CephFilesystem';
export * from './CephObjectStore';
export * from './CephOsdRemoveRequest';
export * from './CephOsdRemoveTask';
export * from './MiraCeph';
export * from './MiraCephHealth';
export * from './MiraCephMaintenance';
export * from './DaemonSet';
export * from './Deployment';
export * from './HelmBundle';
export * from './Job';
export * from './Node';
export * from './OpenStackDeployment';
export * from './OpenStackDeploymentStatus';
export * from './StatefulSet';
export * from './helmBundleOwner';
export * from './identities';
export * from './isWorkloadReady';
export * from './moskNamespaces';
export * from './ownershipMarks';
export * from './registry';
export * from './sensitivePaths';
export * from './types';
export type {
  CephDaemonReport,
  CephEvent,
  CephUsage,
  ProjectedCephHealth,
} from './cephHealth';
export type { ProjectedCephMaintenance } from './cephMaintenance';
export type { ProjectedCephOsdRemoval } from './cephOsdRemoval';
export type { CephSpecValidation, ProjectedCephSpec } from './cephSpec';
export type { CephPoolShape, ProjectedRookObject } from './rookObject';
export type {
  HelmReleaseMark,
  ObjectCondition,
  ProjectedWorkload,
} from './workload';
