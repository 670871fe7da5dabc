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

import { ResourceIdentity } from './types';

const lcm = (kind: string, plural: string): ResourceIdentity => ({
  group: 'lcm.mirantis.com',
  version: 'v1alpha1',
  kind,
  plural,
  namespaced: true,
});
const rook = (kind: string, plural: string): ResourceIdentity => ({
  group: 'ceph.rook.io',
  version: 'v1',
  kind,
  plural,
  namespaced: true,
});
const apps = (kind: string, plural: string): ResourceIdentity => ({
  group: 'apps',
  version: 'v1',
  kind,
  plural,
  namespaced: true,
});

/**
 * Names and places of every kind of resource that MOSK is made of.
 * The sandbox shares these with the product, and nothing else.
 * @public
 */
export const resourceIdentities = {
  OpenStackDeployment: lcm('OpenStackDeployment', 'openstackdeployments'),
  OpenStackDeploymentStatus: lcm(
    'OpenStackDeploymentStatus',
    'openstackdeploymentstatus',
  ),
  MiraCeph: lcm('MiraCeph', 'miracephs'),
  MiraCephHealth: lcm('MiraCephHealth', 'miracephhealths'),
  MiraCephSecret: lcm('MiraCephSecret', 'miracephsecrets'),
  MiraCephMaintenance: lcm('MiraCephMaintenance', 'miracephmaintenances'),
  CephOsdRemoveRequest: lcm('CephOsdRemoveRequest', 'cephosdremoverequests'),
  CephDeployment: lcm('CephDeployment', 'cephdeployments'),
  CephDeploymentHealth: lcm('CephDeploymentHealth', 'cephdeploymenthealths'),
  CephDeploymentSecret: lcm('CephDeploymentSecret', 'cephdeploymentsecrets'),
  CephDeploymentMaintenance: lcm(
    'CephDeploymentMaintenance',
    'cephdeploymentmaintenances',
  ),
  CephOsdRemoveTask: lcm('CephOsdRemoveTask', 'cephosdremovetasks'),
  HelmBundle: lcm('HelmBundle', 'helmbundles'),
  CephCluster: rook('CephCluster', 'cephclusters'),
  CephBlockPool: rook('CephBlockPool', 'cephblockpools'),
  CephObjectStore: rook('CephObjectStore', 'cephobjectstores'),
  CephFilesystem: rook('CephFilesystem', 'cephfilesystems'),
  Deployment: apps('Deployment', 'deployments'),
  StatefulSet: apps('StatefulSet', 'statefulsets'),
  DaemonSet: apps('DaemonSet', 'daemonsets'),
  Job: {
    group: 'batch',
    version: 'v1',
    kind: 'Job',
    plural: 'jobs',
    namespaced: true,
  },
  Node: {
    group: '',
    version: 'v1',
    kind: 'Node',
    plural: 'nodes',
    namespaced: false,
  },
} as const satisfies Record<string, ResourceIdentity>;
