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

/**
 * Where the health of a workload stands in `status.health` of the OpenStackDeploymentStatus.
 * @public
 */
export function openStackHealthKeyOf(metadata: {
  name: string;
  labels: Record<string, string>;
}): { application: string; component: string } {
  const { name, labels } = metadata;
  const application = labels.application ?? name;
  const [, owner] =
    /^openstack-(nova|neutron)-rabbitmq-rabbitmq$/.exec(name) ?? [];
  if (application === 'rabbitmq' && owner) {
    return { application: owner, component: 'rabbitmq' };
  }
  if (application === 'rabbitmq' && name === 'openstack-rabbitmq-rabbitmq') {
    return { application, component: labels.component ?? 'server' };
  }
  return { application, component: name.replace(`${application}-`, '') };
}
