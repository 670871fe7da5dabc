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
  CloudSnapshot,
  openStackDeployment,
  Topology,
} from '@mosk-portal/plugin-mosk-common';

/**
 * Tells which entities went with a deployment of OpenStack that is deleted. That is believed when the API server lists
 * the kind, has none of it, and still shows the operator which takes deployments down: one that answers
 * with empty lists would have lost that too.
 */
export function isGoneWithDeployment(
  snapshot: CloudSnapshot,
  topology: Topology,
): (entityRef: string) => boolean {
  const deleted =
    snapshot.discovered.includes('OpenStackDeployment') &&
    snapshot.objects(openStackDeployment).length === 0 &&
    topology.components.some(({ id }) => id === 'operator/openstack');
  // After a restart no more than the references are known; a name is made of the cloud's and the component's.
  const prefixes = [
    'openstack-',
    'helm-release-openstack',
    'helm-release-eg-system.',
  ].map(prefix => `${snapshot.cloud}-${prefix}`);
  return ref =>
    deleted && prefixes.some(prefix => ref.split('/')[1].startsWith(prefix));
}
