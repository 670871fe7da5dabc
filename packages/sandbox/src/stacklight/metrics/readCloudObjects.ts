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

import {
  coreResources,
  KubernetesClient,
  KubernetesError,
  KubernetesObject,
  Resource,
} from '../../kubernetes';
import { identities } from '../../simulation/identities';
import { CloudObjects } from './types';

/** Everything that metrics are made of. Kinds that the cloud does not have are empty. */
export async function readCloudObjects(
  client: KubernetesClient,
): Promise<CloudObjects> {
  const list = async (
    resource: Resource,
    namespace?: string,
  ): Promise<KubernetesObject[]> => {
    try {
      return (await client.list(resource, namespace)).items;
    } catch (error) {
      if (KubernetesError.isNotFound(error)) {
        return [];
      }
      throw error;
    }
  };
  const [
    deployments,
    statefulSets,
    daemonSets,
    jobs,
    nodes,
    pods,
    openStackDeployments,
    helmBundles,
    cephClusters,
  ] = await Promise.all([
    list(identities.Deployment),
    list(identities.StatefulSet),
    list(identities.DaemonSet),
    list(identities.Job),
    list(identities.Node),
    list(coreResources.Pod, 'openstack'),
    list(identities.OpenStackDeployment),
    list(identities.HelmBundle),
    list(identities.CephCluster),
  ]);
  return {
    deployments,
    statefulSets,
    daemonSets,
    jobs,
    nodes,
    pods,
    openStackDeployments,
    helmBundles,
    cephClusters,
  };
}
