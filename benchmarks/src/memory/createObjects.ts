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

import { resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { KubernetesClient } from '@mosk-portal/sandbox';
import { NAMESPACE } from '../cluster/serviceDeployment';
import { largeDeployment, largeStatus } from './largeDeployment';

const WORKERS = 24;

/** Makes Deployments from one number up to another, with the managed fields of who installs and who reports. */
export async function createObjects(
  client: KubernetesClient,
  from: number,
  to: number,
): Promise<void> {
  let upcoming = from;
  const work = async () => {
    while (upcoming < to) {
      const object = largeDeployment(upcoming++);
      await client.create(resourceIdentities.Deployment, object, {
        fieldManager: 'helm',
      });
      await client.patch(
        resourceIdentities.Deployment,
        NAMESPACE,
        object.metadata.name,
        { status: largeStatus() },
        { subresource: 'status', fieldManager: 'kube-controller-manager' },
      );
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
}
