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

import { findMasks } from '../redaction/mask';
import { cephCluster } from './CephCluster';
import { cephDeployment } from './CephDeployment';
import { cephDeploymentHealth } from './CephDeploymentHealth';
import { miraCeph } from './MiraCeph';
import { kindDefinitions } from './registry';
import { RawObject } from './types';

const metadata = { name: 'rook-ceph', namespace: 'ceph-lcm-mirantis' };

describe('projections of Ceph', () => {
  it('keep what is asked for, with nothing secret left in it', () => {
    const older = miraCeph.project({
      metadata: {
        ...metadata,
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': 'Planted',
        },
      },
      spec: {
        network: { publicNet: '10.0.0.0/24' },
        ingressConfig: {
          tlsKey: 'Planted',
          tlsConfig: { publicDomain: 'x.org', certs: { tlsKey: 'Planted' } },
        },
        ingress: { tlsKey: 'Planted' },
        external: { adminSecret: 'Planted', connectionString: 'Planted' },
        rbdMirror: { peers: [{ site: 'b', token: 'Planted' }] },
        objectStorage: {
          rgw: { name: 'store', SSLCert: { tlsKey: 'Planted' } },
          multiSite: {
            realms: [
              { pullEndpoint: { accessKey: 'Planted', secretKey: 'Planted' } },
            ],
          },
        },
      },
      status: { message: 'password=Planted', lastRun: 'Planted' },
    });
    expect(JSON.stringify(older)).not.toContain('Planted');
    expect(older.spec).toMatchObject({
      network: { publicNet: '10.0.0.0/24' },
      ingressConfig: { tlsConfig: { publicDomain: 'x.org' } },
      objectStorage: { rgw: { name: 'store' } },
    });
    const newer = cephDeployment.project({
      metadata,
      spec: {
        ingressConfig: { tlsConfig: { certs: { tlsKey: 'Planted' } } },
        rbdMirror: { peers: [{ token: 'Planted' }] },
        cluster: { external: { enable: true, connectionString: 'Planted' } },
      },
    });
    expect(JSON.stringify(newer)).not.toContain('Planted');
    expect(findMasks(newer.spec)).toHaveLength(3);
  });

  it('survive whatever an operator may write', () => {
    const strange: any[] = [
      { metadata },
      { metadata, spec: 3, status: 'text' },
      {
        metadata,
        spec: { nodes: 'x', pools: [null, 'a'] },
        status: { validation: [], ceph: 'x', healthReport: 7, conditions: 'x' },
      },
    ];
    const kinds = kindDefinitions.filter(({ identity }) =>
      identity.kind.includes('Ceph'),
    );
    expect(kinds).toHaveLength(12);
    for (const raw of strange as RawObject[]) {
      for (const kind of kinds) {
        expect(kind.project(raw)).toMatchObject({
          kind: kind.identity.kind,
          metadata: { name: 'rook-ceph' },
        });
      }
    }
  });

  it('read the checks of Ceph and the report of the operator', () => {
    const cluster = cephCluster.project({
      metadata,
      spec: { external: { enable: true } },
      status: {
        ceph: {
          health: 'HEALTH_WARN',
          details: {
            OSD_DOWN: { severity: 'HEALTH_WARN', message: '1 osds down' },
          },
          versions: { mon: { v1: 3, v2: 'x' } },
        },
      },
    });
    expect(cluster).toMatchObject({
      external: true,
      health: 'HEALTH_WARN',
      checks: [
        { name: 'OSD_DOWN', severity: 'HEALTH_WARN', message: '1 osds down' },
      ],
      versions: { mon: { v1: 3 } },
      capacity: undefined,
    });
    expect(
      cephDeploymentHealth.project({
        metadata,
        status: {
          state: 'Failed',
          lastHealthCheck: '2026-03-04T10:40:00Z',
          issues: ['OSD_DOWN', 7],
          healthReport: { osdAnalysis: { cephClusterSpecGeneration: 4 } },
        },
      }),
    ).toMatchObject({
      state: 'Failed',
      issues: ['OSD_DOWN'],
      lastCheckAt: '2026-03-04T10:40:00Z',
      clusterGeneration: 4,
    });
  });
});
