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

import { ReleaseTemplate, WorkloadTemplate } from './types';

type Extra = Partial<Omit<WorkloadTemplate, 'kind' | 'name'>>;

const template =
  (kind: WorkloadTemplate['kind'], defaults: Extra) =>
  (
    name: string,
    application: string,
    component: string,
    extra: Extra = {},
  ): WorkloadTemplate => ({
    kind,
    name,
    application,
    component,
    ...defaults,
    ...extra,
  });

export const deployment = template('Deployment', { replicas: 'cluster' });
export const apiDeployment = template('Deployment', { replicas: 'api' });
export const statefulSet = template('StatefulSet', { replicas: 'cluster' });
export const daemonSet = template('DaemonSet', { nodes: 'control' });
export const groupDaemonSet = template('DaemonSet', {
  nodes: 'compute',
  perNodeGroup: true,
});
export const job = template('Job', { replicas: 'one' });
export const cronJob = template('CronJob', { replicas: 'one' });

/** A release, its chart named as the release unless said otherwise. */
export function release(
  name: string,
  chart: string,
  workloads: WorkloadTemplate[],
  when?: ReleaseTemplate['when'],
): ReleaseTemplate {
  return { name, chart, workloads, when };
}
