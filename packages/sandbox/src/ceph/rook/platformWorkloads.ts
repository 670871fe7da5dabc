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

import { planWorkload } from '../../workloads/planWorkload';
import { WorkloadPlan } from '../../workloads/types';
import { cephImage, RookRelease, rookNamespace } from './types';

const rookImage = 'mirantis.azurecr.io/ceph/rook:v1.17.4';
const csiImage = 'mirantis.azurecr.io/ceph/cephcsi:v3.14.0';

const plan = (
  kind: 'Deployment' | 'DaemonSet',
  name: string,
  image: string,
  replicas?: number,
): WorkloadPlan =>
  planWorkload({
    kind,
    namespace: rookNamespace,
    name,
    labels: { app: name },
    image,
    replicas,
    nodes: kind === 'Deployment' ? 'control' : 'all',
  });

/** The operator of Rook and what finds disks for it. */
export const rookWorkloads = (): WorkloadPlan[] => [
  plan('Deployment', 'rook-ceph-operator', rookImage),
  plan('DaemonSet', 'rook-discover', rookImage),
];

/** What mounts volumes, and the tools; they come with the first cluster. */
export function clusterWorkloads(release: RookRelease): WorkloadPlan[] {
  const { csiOperator, cephVersion } = release;
  return [
    ...csiWorkloads(release),
    plan(
      'Deployment',
      csiOperator ? 'pelagia-ceph-toolbox' : 'rook-ceph-tools',
      cephImage(cephVersion),
    ),
    ...(csiOperator
      ? [plan('DaemonSet', 'pelagia-disk-daemon', cephImage(cephVersion))]
      : []),
  ];
}

/** The workloads of Ceph CSI. */
export function csiWorkloads({ csiOperator }: RookRelease): WorkloadPlan[] {
  return csiOperator
    ? [
        plan('Deployment', 'ceph-csi-operator', csiImage),
        ...['rbd', 'cephfs'].flatMap(driver => [
          plan(
            'Deployment',
            `rook-ceph.${driver}.csi.ceph.com-ctrlplugin`,
            csiImage,
            2,
          ),
          plan(
            'DaemonSet',
            `rook-ceph.${driver}.csi.ceph.com-nodeplugin`,
            csiImage,
          ),
        ]),
      ]
    : ['rbd', 'cephfs'].flatMap(driver => [
        plan('Deployment', `csi-${driver}plugin-provisioner`, csiImage, 2),
        plan('DaemonSet', `csi-${driver}plugin`, csiImage),
      ]);
}
