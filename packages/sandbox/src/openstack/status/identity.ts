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

/** Where the health of a workload is written: application and component. */
export interface HealthKey {
  application: string;
  component: string;
}

/** The rule by which the operator names a workload in status.health. */
export function healthKey(workload: {
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
}): HealthKey {
  const { name, labels = {} } = workload.metadata;
  const application = labels.application ?? name;
  if (
    workload.kind === 'StatefulSet' &&
    application === 'rabbitmq' &&
    labels.component === 'server'
  ) {
    const owner = name.split('-')[1];
    if (owner !== 'rabbitmq')
      return { application: owner, component: 'rabbitmq' };
    return { application: 'rabbitmq', component: 'server' };
  }
  const component = name.replace(`${application}-`, '');
  return { application, component };
}
