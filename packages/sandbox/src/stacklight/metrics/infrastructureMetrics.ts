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

import { KubernetesObject } from '../../kubernetes';
import { CloudObjects, Sample } from './types';

/** Exporters beside the services that all of OpenStack needs, by the workload of the service. */
const exporters: Array<{ name: string; workload: RegExp }> = [
  { name: 'mysql_up', workload: /^mariadb-server$/ },
  { name: 'memcached_up', workload: /memcached/ },
  { name: 'rabbitmq_up', workload: /rabbitmq-rabbitmq$/ },
];

function samplesOf(name: string, workload: KubernetesObject): Sample[] {
  const { namespace = '', name: statefulset } = workload.metadata;
  const ready = workload.status?.readyReplicas ?? 0;
  return Array.from({ length: workload.spec.replicas ?? 0 }, (_, index) => ({
    name,
    labels: { namespace, statefulset, pod: `${statefulset}-${index}` },
    value: index < ready ? 1 : 0,
  }));
}

/** Whether each member of the databases, caches and message queues of OpenStack is up. */
export function infrastructureMetrics(objects: CloudObjects): Sample[] {
  return objects.statefulSets
    .filter(({ metadata }) => metadata.namespace === 'openstack')
    .flatMap(workload =>
      exporters
        .filter(exporter => exporter.workload.test(workload.metadata.name))
        .flatMap(exporter => samplesOf(exporter.name, workload)),
    );
}
