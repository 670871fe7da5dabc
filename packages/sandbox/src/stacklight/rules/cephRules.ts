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

import { AlertRule } from './types';

export const cephRules: AlertRule[] = [
  {
    alert: 'CephClusterHealthWarning',
    expression: 'ceph_health_status == 1',
    severity: 'warning',
    minutes: 2,
    summary: 'Ceph warns',
    description: 'The health of the Ceph cluster is WARNING.',
  },
  {
    alert: 'CephClusterHealthCritical',
    expression: 'ceph_health_status == 2',
    severity: 'critical',
    minutes: 2,
    summary: 'Ceph is in trouble',
    description: 'The health of the Ceph cluster is CRITICAL.',
  },
  {
    alert: 'CephOSDDown',
    expression: 'ceph_osd_up == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'OSD is down',
    description: 'The Ceph daemon {{ $labels.ceph_daemon }} is down.',
  },
  {
    alert: 'CephMonQuorumAtRisk',
    expression:
      'count(ceph_mon_quorum_status == 1) <= floor(count(ceph_mon_quorum_status) / 2) + 1 and count(ceph_mon_quorum_status == 0) > 0',
    severity: 'major',
    minutes: 2,
    summary: 'Quorum of Ceph is at risk',
    description: 'One more monitor lost, and the Ceph cluster stops.',
  },
  {
    alert: 'CephClusterFullWarning',
    expression:
      'ceph_cluster_total_used_bytes / ceph_cluster_total_bytes > 0.85',
    severity: 'warning',
    minutes: 2,
    summary: 'Ceph is nearly full',
    description: '{{ $value | humanizePercentage }} of the storage is used.',
  },
  {
    alert: 'CephClusterTargetDown',
    expression: 'up{job="rook-ceph-mgr"} == 0',
    severity: 'critical',
    minutes: 2,
    summary: 'Manager of Ceph is down',
    description: 'Prometheus gets no metrics of the Ceph manager.',
  },
];
