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

import { snapshotOf } from '../snapshot/snapshotOf';
import {
  sampleCephCluster,
  sampleCephHealth,
  sampleCephPool,
  sampleCephSpec,
  sampleCephWorkload,
  sampleCephWorkloads,
} from '../testing/sampleCeph';
import { projected } from '../testing/sampleCloud';
import { cephSpecKindOf } from './cephSpecKind';
import { wantedDaemonsOf } from './daemons';
import { readCephDetails } from './readCephDetails';
import { readCephWritability } from './readCephWritability';

function cloud(
  objects: Parameters<typeof snapshotOf>[0]['objects'],
  discovered?: string[],
) {
  return snapshotOf({ cloud: 'lab', objects, discovered });
}

function releaseOf(release: string) {
  return projected({
    kind: 'OpenStackDeploymentStatus',
    metadata: { name: 'osh', namespace: 'openstack', uid: 'osh' },
    status: { osdpl: { state: 'APPLIED', release } },
  });
}

describe('readCephWritability', () => {
  const known = ['MiraCeph', 'MiraCephHealth'];
  const writable = (
    objects: Parameters<typeof cloud>[0],
    discovered?: string[],
  ) => readCephWritability(cloud(objects, discovered), 'MiraCeph');

  it.each([
    ['MOSK 25.2', true],
    ['MOSK 25.2.3', true],
    ['21.0.0+25.2', true],
    ['MOSK 26.1', true],
    ['MOSK 25.1', false],
    ['17.4.2+25.1', false],
    ['MOSK 24.3.1', false],
    ['11.7.3+3.5.7', false],
  ])('knows who writes the MiraCeph of release %s', (release, expected) => {
    const answer = writable([sampleCephSpec('MiraCeph'), releaseOf(release)]);
    expect(answer.writable).toBe(expected);
    expect(answer.reason ?? '').toMatch(
      expected ? /^$/ : /KaaSCephCluster on the management cluster/,
    );
  });

  it('goes by other signs where no release is told', () => {
    expect(writable([sampleCephSpec('MiraCeph')], known)).toEqual({
      writable: true,
    });
    expect(writable([sampleCephSpec('MiraCeph')], ['MiraCeph']).reason).toMatch(
      /no MiraCephHealth/,
    );
    expect(writable([], []).reason).toMatch(/before the cloud was read/);
    const labelled = sampleCephSpec('MiraCeph', {
      labels: { 'kaas.mirantis.com/region': 'one' },
    });
    expect(writable([labelled], known).reason).toMatch(
      /carries kaas.mirantis.com\/region/,
    );
    const written = sampleCephSpec('MiraCeph', {
      manager: 'ceph-kcc-controller',
    });
    expect(writable([written], known).reason).toMatch(
      /written by ceph-kcc-controller/,
    );
  });

  it('leaves a MiraCeph alone once a CephDeployment took its place', () => {
    const snapshot = cloud([
      sampleCephSpec('MiraCeph'),
      sampleCephSpec('CephDeployment'),
      releaseOf('MOSK 26.1'),
    ]);
    expect(readCephWritability(snapshot, 'MiraCeph')).toMatchObject({
      writable: false,
    });
    expect(readCephWritability(snapshot, 'CephDeployment')).toEqual({
      writable: true,
    });
  });
});

describe('cephSpecKindOf', () => {
  it('goes by objects, then by operators, then by kinds', () => {
    const both = ['MiraCeph', 'CephDeployment'];
    const operator = sampleCephWorkload('ceph-controller', {
      namespace: 'ceph-lcm-mirantis',
    });
    expect(cephSpecKindOf(cloud([], []))).toBeUndefined();
    expect(cephSpecKindOf(cloud([], ['MiraCeph']))).toBe('MiraCeph');
    expect(cephSpecKindOf(cloud([], both))).toBe('CephDeployment');
    expect(cephSpecKindOf(cloud([operator], both))).toBe('MiraCeph');
    expect(
      cephSpecKindOf(cloud([operator, sampleCephSpec('CephDeployment')], both)),
    ).toBe('CephDeployment');
  });
});

describe('wantedDaemonsOf', () => {
  it('counts what either shape of a spec asks for', () => {
    const nodes = [
      {
        name: 'racks',
        nodeGroup: ['a', 'b', 'c'],
        roles: ['mon', 'mgr', 'rgw'],
        devices: [
          { name: 'vdb', config: { osdsPerDevice: '2' } },
          { name: 'vdc' },
        ],
      },
    ];
    expect(
      wantedDaemonsOf({
        nodes,
        objectStorage: { rgw: { gateway: { allNodes: true, instances: 1 } } },
        sharedFilesystem: {
          cephFS: [{ metadataServer: { activeCount: 1, activeStandby: true } }],
        },
      }),
    ).toEqual({ mon: 3, mgr: 2, osd: 9, rgw: 3, mds: 2 });
    expect(
      wantedDaemonsOf({
        nodes,
        objectStorage: {
          objectStores: [{ spec: { gateway: { instances: 2 } } }],
        },
        sharedFilesystem: {
          cephFilesystems: [{ spec: { metadataServer: { activeCount: 1 } } }],
        },
      }),
    ).toEqual({ mon: 3, mgr: 2, osd: 9, rgw: 2, mds: 1 });
    expect(wantedDaemonsOf({})).toEqual({});
    expect(
      wantedDaemonsOf({ nodes: [{ nodesByLabel: 'x=y', roles: ['mon'] }] }),
    ).toEqual({});
  });
});

describe('readCephDetails', () => {
  it('gathers what a page shows of a cluster', () => {
    const [details] = readCephDetails(
      cloud([
        sampleCephSpec('CephDeployment'),
        sampleCephCluster(),
        sampleCephPool('volumes-ssd'),
        sampleCephHealth('CephDeploymentHealth', {
          state: 'Ok',
          healthReport: {
            cephDaemons: {
              cephDaemons: {
                osd: { status: 'ok', info: ['3 osds, 3 up, 3 in'] },
              },
            },
            clusterDetails: {
              usageDetails: {
                deviceClasses: { ssd: { totalBytes: '300', usedBytes: '100' } },
                pools: { 'volumes-ssd': { usedBytes: '42' } },
              },
              cephEvents: {
                rebalanceDetails: { state: 'Progressing', progress: '40%' },
              },
            },
          },
        }),
        ...Object.values(sampleCephWorkloads('pelagia-deployment-controller')),
      ]),
    );
    expect(details).toMatchObject({
      componentId: 'ceph-cluster/rook-ceph',
      spec: { kind: 'CephDeployment', namespace: 'ceph-lcm-mirantis' },
      writability: { writable: true },
      cluster: { kind: 'CephCluster', namespace: 'rook-ceph' },
      health: 'HEALTH_OK',
      version: '19.2.3-0',
      versions: { osd: { 'ceph version 19.2.3': 3 } },
      capacity: { total: 3 * 1024 ** 4, used: 1024 ** 4 },
      deviceClasses: { ssd: { totalBytes: 300, usedBytes: 100 } },
      rebalance: { state: 'Progressing', progress: '40%' },
      reportOutdated: false,
    });
    expect(
      details.daemons.map(({ daemon, ready, wanted, info }) => [
        `${daemon} ${ready}/${wanted}`,
        ...info,
      ]),
    ).toEqual([['mon 3/3'], ['mgr 2/2'], ['osd 3/3', '3 osds, 3 up, 3 in']]);
    expect(details.pools).toEqual([
      expect.objectContaining({
        name: 'volumes-ssd',
        phase: 'Ready',
        role: 'volumes',
        redundancy: '3 replicas',
        usage: { usedBytes: 42 },
      }),
    ]);
  });

  it('shows what is asked for before anything of it is there', () => {
    const [details] = readCephDetails(
      cloud([sampleCephSpec('MiraCeph', { status: { phase: 'Creating' } })]),
    );
    expect(details).toMatchObject({
      name: 'rook-ceph',
      cluster: undefined,
      health: undefined,
      capacity: undefined,
      pools: [],
    });
    expect(details.daemons).toMatchObject([
      { daemon: 'mon', ready: 0, wanted: 3 },
      { daemon: 'mgr', ready: 0, wanted: 2 },
      { daemon: 'osd', ready: 0, wanted: 3 },
    ]);
    expect(readCephDetails(cloud([]))).toEqual([]);
  });
});
