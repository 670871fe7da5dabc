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

import { ProjectedObject } from '../kinds/types';
import { sampleWorkload } from './sampleCloud';

/** A workload of StackLight as its charts install it. */
export function sampleStackLightWorkload(
  name: string,
  options: Omit<Parameters<typeof sampleWorkload>[0], 'name'> = {},
): ProjectedObject {
  return sampleWorkload({ name, namespace: 'stacklight', ...options });
}

/** StackLight as MOSK installs it when nobody asks for logs. */
export const sampleStackLight: Record<string, ProjectedObject> = {
  prometheus: sampleStackLightWorkload('prometheus-server', {
    kind: 'StatefulSet',
    labels: { app: 'prometheus' },
    release: 'prometheus',
    wanted: 2,
  }),
  relay: sampleStackLightWorkload('prometheus-relay', {
    release: 'prometheus-relay',
    wanted: 2,
  }),
  alertmanager: sampleStackLightWorkload('prometheus-alertmanager', {
    kind: 'StatefulSet',
    release: 'prometheus-alertmanager',
    wanted: 2,
  }),
  grafana: sampleStackLightWorkload('grafana', {
    release: 'grafana',
    wanted: 1,
  }),
  postgresql: sampleStackLightWorkload('patroni', {
    kind: 'StatefulSet',
    labels: { app: 'patroni' },
    release: 'patroni',
  }),
  nodeExporter: sampleStackLightWorkload('prometheus-node-exporter', {
    kind: 'DaemonSet',
    release: 'prometheus-node-exporter',
    wanted: 5,
  }),
  helmController: sampleStackLightWorkload('helm-controller', { wanted: 1 }),
};

/** What runs besides when the logging stack is on. */
export const sampleLogging: Record<string, ProjectedObject> = {
  openSearch: sampleStackLightWorkload('opensearch-master', {
    kind: 'StatefulSet',
    release: 'opensearch',
  }),
  dashboards: sampleStackLightWorkload('opensearch-dashboards', {
    release: 'opensearch-dashboards',
    wanted: 1,
  }),
  fluentd: sampleStackLightWorkload('fluentd-logs', {
    kind: 'DaemonSet',
    release: 'fluentd',
    wanted: 5,
  }),
};
