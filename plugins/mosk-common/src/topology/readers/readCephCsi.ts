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

import { ProjectedWorkload } from '../../kinds/workload';
import { labelSelectorOf } from '../labelSelectorOf';
import { helmReleasesOf, referenceOf, versionOf } from '../partsOfWorkloads';
import { Component } from '../types';
import { TopologyContext } from './types';

const older = /^csi-(rbd|cephfs|nfs)plugin(-provisioner)?$/;
const newer =
  /\.(rbd|cephfs|nfs|nvmeof)\.csi\.ceph\.com-(nodeplugin|ctrlplugin)$|^ceph-csi-(operator|controller-manager)$/;

/** What mounts volumes of Ceph into pods. */
export function readCephCsi(
  { workloads: all }: TopologyContext,
  clusters: readonly string[],
): Component[] {
  const workloads = all.filter(isCephCsi);
  if (workloads.length === 0) {
    return [];
  }
  return [
    {
      id: 'ceph-csi',
      type: 'ceph-csi',
      title: 'Ceph CSI',
      description: 'Gives pods of the cluster volumes in Ceph',
      group: 'ceph',
      version: versionOf(workloads[0]),
      namespace: workloads[0].metadata.namespace,
      workloads: workloads.map(referenceOf),
      labelSelector: labelSelectorOf(workloads, all),
      helmReleases: helmReleasesOf(workloads),
      partOf: 'cloud',
      dependsOn: [...clusters],
      providesApis: [],
      links: [],
    },
  ];
}

function isCephCsi({ metadata }: ProjectedWorkload): boolean {
  return older.test(metadata.name) || newer.test(metadata.name);
}
