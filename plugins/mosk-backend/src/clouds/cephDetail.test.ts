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
  cephBlockPool,
  cephCluster,
  deployment,
  MoskViews,
  readTopology,
  snapshotOf,
} from '@mosk-portal/plugin-mosk-common';
import { cephDetail } from './cephDetail';

const osd = (id: number, ready: number) =>
  deployment.project({
    metadata: {
      name: `rook-ceph-osd-${id}`,
      namespace: 'rook-ceph',
      uid: `osd-${id}`,
      labels: { app: 'rook-ceph-osd' },
    },
    spec: { replicas: 1 },
    status: { replicas: 1, readyReplicas: ready, updatedReplicas: 1 },
  });
const pool = (name: string) =>
  cephBlockPool.project({
    metadata: { name, namespace: 'rook-ceph', uid: name },
    spec: { replicated: { size: 3 } },
    status: { phase: 'Ready' },
  });
const snapshot = snapshotOf({
  cloud: 'lab',
  objects: [
    cephCluster.project({
      metadata: { name: 'rook-ceph', namespace: 'rook-ceph', uid: 'cluster' },
      status: {
        ceph: {
          health: 'HEALTH_ERR',
          details: {
            OSD_DOWN: { severity: 'HEALTH_WARN', message: '1 osds down' },
            PG_DAMAGED: { severity: 'HEALTH_ERR', message: '1 pg damaged' },
          },
          capacity: { bytesTotal: 4096, bytesUsed: 1024 },
          versions: {
            mon: { '19.2.3': 1 },
            osd: { '19.2.3': 2, '18.2.7': 1 },
            overall: { '19.2.3': 3, '18.2.7': 1 },
          },
        },
      },
    }),
    osd(0, 1),
    osd(1, 0),
    pool('volumes'),
    pool('images'),
  ],
});
const { components } = readTopology(snapshot);
const workload = (
  name: string,
  state: MoskViews.HealthState,
): MoskViews.Workload => ({
  object: { kind: 'Deployment', namespace: 'rook-ceph', name },
  state,
  ready: 0,
  wanted: 1,
  restarts: 3,
  nodes: ['stor-02'],
  lastWarning: {
    reason: 'BackOff',
    message: 'disk is gone',
    at: '2026-01-01T00:00:00Z',
  },
});
const detailOf = (id: string) =>
  cephDetail(components.find(one => one.id === id)!, snapshot, [
    workload('rook-ceph-osd-0', 'healthy'),
    workload('rook-ceph-osd-1', 'failed'),
  ]);

describe('cephDetail', () => {
  it('tells which daemon is down on which node, errors first, and that versions are mixed', () => {
    const detail = detailOf('ceph-cluster/rook-ceph');
    expect(detail).toMatchObject({
      health: 'HEALTH_ERR',
      checks: [{ name: 'PG_DAMAGED' }, { name: 'OSD_DOWN' }],
      capacity: { total: 4096, used: 1024 },
      daemons: [
        {
          daemon: 'osd',
          ready: 1,
          wanted: 2,
          unwell: [
            {
              name: 'rook-ceph-osd-1',
              nodes: ['stor-02'],
              message: 'disk is gone',
            },
          ],
        },
      ],
      versions: [
        { version: '19.2.3', daemons: ['1 mon', '2 osd'] },
        { version: '18.2.7', daemons: ['1 osd'] },
      ],
    });
    expect(detail?.pools.map(({ name }) => name)).toEqual([
      'volumes',
      'images',
    ]);
    // Nobody asks for it, so nobody can tell.
    expect(detail?.writable).toBeUndefined();
  });

  it('shows of a pool itself and the checks of its cluster, and nothing of what is no Ceph', () => {
    const detail = detailOf('ceph-pool/images');
    expect(detail?.pools).toEqual([
      expect.objectContaining({ name: 'images', redundancy: '3 replicas' }),
    ]);
    expect(detail?.daemons).toEqual([]);
    expect(detail?.checks).toHaveLength(2);
    expect(detailOf('cloud')).toBeUndefined();
  });
});
