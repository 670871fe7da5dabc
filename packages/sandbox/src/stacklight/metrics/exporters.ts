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

import { cephMetrics } from './cephMetrics';
import { helmMetrics } from './helmMetrics';
import { infrastructureMetrics } from './infrastructureMetrics';
import { kubernetesMetrics } from './kubernetesMetrics';
import { openSearchMetrics } from './openSearchMetrics';
import { openStackMetrics } from './openStackMetrics';
import { Exporter } from './types';

const deployment = (namespace: string, name: string): Exporter['workload'] => ({
  kind: 'Deployment',
  namespace,
  name,
});
const nothing = () => [];

/** Everything that Prometheus scrapes but itself and Alertmanager. */
export const exporters: Exporter[] = [
  {
    job: 'kube-state-metrics',
    workload: deployment('stacklight', 'prometheus-kube-state-metrics'),
    collect: kubernetesMetrics,
  },
  {
    job: 'rockoon-exporter',
    workload: deployment('osh-system', 'rockoon-exporter'),
    collect: openStackMetrics,
  },
  {
    job: 'helm-controller',
    workload: deployment('kube-system', 'helm-controller'),
    collect: helmMetrics,
  },
  {
    job: 'rook-ceph-mgr',
    workload: deployment('rook-ceph', 'rook-ceph-mgr-a'),
    collect: cephMetrics,
  },
  {
    job: 'opensearch-exporter',
    workload: deployment('stacklight', 'opensearch-exporter'),
    collect: openSearchMetrics,
  },
  {
    job: 'telegraf-openstack',
    workload: deployment('stacklight', 'telegraf-openstack'),
    collect: nothing,
  },
  {
    job: 'libvirt-exporter',
    workload: {
      kind: 'DaemonSet',
      namespace: 'stacklight',
      name: 'prometheus-libvirt-exporter',
    },
    collect: nothing,
  },
  { job: 'openstack-infrastructure', collect: infrastructureMetrics },
];
