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

import { CephFacts, cephFactsOf } from '../../ceph/cephFacts';
import { poolRolesOf } from '../../ceph/cephSpecs';
import { cephDaemonOf } from '../../ceph/daemons';
import { ProjectedCephBlockPool } from '../../kinds/CephBlockPool';
import { openStackServices } from '../../openstack/services';
import { helmReleasesOf, referenceOf } from '../partsOfWorkloads';
import { Component } from '../types';
import { readCephCsi } from './readCephCsi';
import { readCephOperators } from './readCephOperators';
import { TopologyContext, TopologyReader } from './types';

const servicesByRole: Readonly<Record<string, string>> = {
  images: 'image',
  vms: 'compute',
  volumes: 'block-storage',
  'volumes-backend': 'block-storage',
  backup: 'block-storage',
};

/** Ceph: its operators, its clusters with their pools, and what uses them. */
export const readCeph: TopologyReader = context => {
  const clusters = cephFactsOf(context.snapshot);
  const pools = clusters.flatMap(readPools);
  const csi = readCephCsi(context, clusters.map(idOf));
  return {
    components: [
      ...readCephOperators(context),
      ...clusters.map(cluster => readCluster(cluster, context)),
      ...pools.map(({ component }) => component),
      ...csi,
    ],
    dependencies: [
      ...openStackServices
        .filter(({ needsCeph }) => needsCeph)
        .flatMap(({ key }) =>
          clusters.map(cluster => ({
            from: `openstack-service/${key}`,
            on: idOf(cluster),
          })),
        ),
      ...pools.flatMap(({ component, user }) =>
        user ? [{ from: user, on: component.id }] : [],
      ),
      ...csi.map(({ id }) => ({ from: 'kubernetes-cluster', on: id })),
    ],
  };
};

function idOf({ name }: CephFacts): string {
  return `ceph-cluster/${name}`;
}

function readCluster(
  facts: CephFacts,
  { workloads }: TopologyContext,
): Component {
  const { name, namespace, spec, cluster } = facts;
  const daemons = workloads.filter(
    workload =>
      workload.metadata.namespace === namespace && cephDaemonOf(workload),
  );
  const sorts = [...new Set(daemons.map(cephDaemonOf))].sort();
  const resource = spec ?? cluster;
  return {
    id: idOf(facts),
    type: 'ceph-cluster',
    title: `Ceph cluster ${name}`,
    description: cluster?.external
      ? 'Storage that runs outside of the cloud and is used by it'
      : 'Storage for images, volumes, virtual machines and objects',
    group: 'ceph',
    version: cluster?.version ?? spec?.status.clusterVersion,
    namespace,
    workloads: daemons.map(referenceOf),
    resource: resource && referenceOf(resource),
    labelSelector: sorts.length
      ? `app in (${sorts.map(sort => `rook-ceph-${sort}`).join(', ')})`
      : undefined,
    helmReleases: helmReleasesOf(daemons),
    partOf: 'cloud',
    dependsOn: ['operator/rook', 'operator/ceph', 'kubernetes-cluster'],
    providesApis: [],
    links: [],
  };
}

function readPools(
  facts: CephFacts,
): Array<{ component: Component; user?: string }> {
  const { namespace, spec, pools } = facts;
  const roles = poolRolesOf(spec?.spec ?? {});
  return pools.map(pool => {
    const { name } = pool.metadata;
    const role = roles.get(name);
    const service = role && servicesByRole[role];
    const user = role === 'kubernetes' ? 'ceph-csi' : undefined;
    return {
      user: service ? `openstack-service/${service}` : user,
      component: {
        id: `ceph-pool/${name}`,
        type: 'ceph-pool',
        title: `Pool ${name}`,
        description: describe(pool, role),
        group: 'ceph',
        namespace,
        workloads: [],
        resource: referenceOf(pool),
        helmReleases: [],
        partOf: 'cloud',
        dependsOn: [idOf(facts)],
        providesApis: [],
        links: [],
      },
    };
  });
}

function describe(
  { shape }: ProjectedCephBlockPool,
  role: string | undefined,
): string {
  const { replicas, erasureCoded, deviceClass } = shape;
  const copies = erasureCoded
    ? `erasure coded in ${erasureCoded.dataChunks} + ${erasureCoded.codingChunks} chunks`
    : replicas && `${replicas} replicas`;
  const details = [
    copies,
    deviceClass && `on devices of class ${deviceClass}`,
  ].filter(Boolean);
  return [
    role ? `Block storage for ${role}` : 'Block storage',
    ...(details.length ? [details.join(' ')] : []),
  ].join(': ');
}
