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

import { Alert } from '../alerts/types';
import { JsonObject } from '@backstage/types';
import { ProjectedObject } from '../kinds/types';
import { snapshotOf } from '../snapshot/snapshotOf';
import {
  sampleCephCluster,
  sampleCephHealth,
  sampleCephPool,
  sampleCephSpec,
  sampleCephWorkload,
  sampleCephWorkloads,
} from '../testing/sampleCeph';
import {
  sampleDeployment,
  sampleNode,
  sampleWorkload,
} from '../testing/sampleCloud';
import { readTopology } from '../topology/readTopology';
import { readHealth } from './readHealth';

const id = 'ceph-cluster/rook-ceph';
const operator = 'pelagia-deployment-controller';
const well: Record<string, ProjectedObject> = {
  node: sampleNode('store-1'),
  osdpl: sampleDeployment(),
  cinder: sampleWorkload({
    name: 'cinder-api',
    labels: { application: 'cinder' },
    release: 'openstack-cinder',
  }),
  spec: sampleCephSpec('CephDeployment'),
  cluster: sampleCephCluster(),
  report: sampleCephHealth('CephDeploymentHealth', { state: 'Ok' }),
  pool: sampleCephPool('volumes-ssd'),
  ...sampleCephWorkloads(operator),
};

function read(
  changed: Record<string, ProjectedObject | undefined> = {},
  settling = false,
  alerts: Alert[] = [],
) {
  const snapshot = snapshotOf({
    cloud: 'lab',
    objects: Object.values({ ...well, ...changed }).flatMap(one => one ?? []),
  });
  const health = readHealth(snapshot, readTopology(snapshot), {
    alerts: { known: true, watchdog: 'ok', alerts },
    rollouts: settling
      ? [
          {
            object: {
              kind: 'CephDeployment',
              namespace: 'ceph-lcm-mirantis',
              name: 'rook-ceph',
            },
            state: 'running',
          },
        ]
      : [],
  });
  const get = (componentId: string) =>
    health.components.find(one => one.componentId === componentId)!;
  return {
    get,
    state: get(id).state,
    codes: get(id).reasons.map(({ code }) => code),
    messages: get(id).reasons.map(({ message }) => message),
  };
}

const cephOf = (ceph: JsonObject) => ({ cluster: sampleCephCluster({ ceph }) });
const statusOf = (status: JsonObject) => ({
  spec: sampleCephSpec('CephDeployment', { status }),
});
const osdDown = sampleCephWorkload('rook-ceph-osd-2', { ready: 0 });

describe('health of a Ceph cluster', () => {
  it('is well when Ceph, Rook, the operator and the daemons say so', () => {
    const { get, state, codes } = read();
    expect(codes).toEqual([]);
    expect(state).toBe('healthy');
    expect(get('ceph-pool/volumes-ssd').state).toBe('healthy');
    expect(get('ceph-csi').state).toBe('healthy');
    expect(get('openstack-service/block-storage').causedBy).toEqual([]);
  });

  it('shows an OSD that is down as the cause of what it drags down', () => {
    const { get, state, codes, messages } = read({
      'rook-ceph-osd-2': osdDown,
      ...cephOf({
        health: 'HEALTH_WARN',
        details: {
          OSD_DOWN: { severity: 'HEALTH_WARN', message: '1 osds down' },
        },
      }),
      report: sampleCephHealth('CephDeploymentHealth', {
        state: 'Failed',
        issues: ['OSD_DOWN: 1 osds down', 'cephcluster is not healthy'],
      }),
    });
    expect(state).toBe('degraded');
    expect(codes.sort()).toEqual(['CephIssue', 'OSD_DOWN', 'WorkloadNotReady']);
    expect(messages).toContain('OSD_DOWN: 1 osds down');
    expect(get(id).workloads).toContainEqual(
      expect.objectContaining({
        object: expect.objectContaining({ name: 'rook-ceph-osd-2' }),
        state: 'failed',
      }),
    );
    expect(get('openstack-service/block-storage').causedBy).toEqual([id]);
    expect(get('kubernetes-cluster').causedBy).toEqual([]);
  });

  it('bears the alert of one OSD, but not the end of all', () => {
    const outage = (deployment: string): Alert => ({
      id: deployment,
      name: 'KubeDeploymentOutage',
      severity: 'critical',
      state: 'firing',
      labels: { namespace: 'rook-ceph', deployment },
      inhibitedBy: [],
    });
    const one = read({ 'rook-ceph-osd-2': osdDown }, false, [
      outage('rook-ceph-osd-2'),
    ]);
    expect(one.codes).toContain('AlertFiring');
    expect(one.state).toBe('degraded');
    const names = Object.keys(well).filter(name => name.includes('-osd-'));
    const all = read(
      Object.fromEntries(
        names.map(name => [name, sampleCephWorkload(name, { ready: 0 })]),
      ),
      false,
      names.map(outage),
    );
    expect(all.codes).toContain('DaemonsDown');
    expect(all.state).toBe('failed');
  });

  it('blames a node before the storage that stands on it', () => {
    const { get } = read({
      node: sampleNode('store-1', false),
      'rook-ceph-osd-2': osdDown,
      'csi-rbdplugin': sampleCephWorkload('csi-rbdplugin', {
        kind: 'DaemonSet',
        wanted: 3,
        ready: 2,
      }),
    });
    expect(get(id).causedBy).toEqual(['kubernetes-cluster']);
    expect(get('kubernetes-cluster').causedBy).toEqual([]);
    expect(get('openstack-service/block-storage').causedBy[0]).toBe(
      'kubernetes-cluster',
    );
  });

  it.each<
    [string, Record<string, ProjectedObject | undefined>, string, string]
  >([
    [
      'an error of Ceph',
      cephOf({
        health: 'HEALTH_ERR',
        details: { PG_DAMAGED: { severity: 'HEALTH_ERR', message: 'bad' } },
      }),
      'failed',
      'PG_DAMAGED',
    ],
    [
      'a warning without details',
      cephOf({ health: 'HEALTH_WARN' }),
      'degraded',
      'HEALTH_WARN',
    ],
    [
      'a health that nobody read',
      { cluster: sampleCephCluster({ status: { ceph: {} } }) },
      'unknown',
      'CephHealthUnknown',
    ],
    [
      'a health that nobody reads any more',
      {
        'rook-ceph-operator': sampleCephWorkload('rook-ceph-operator', {
          ready: 0,
        }),
      },
      'unknown',
      'CephHealthOutdated',
    ],
    [
      'no cluster at all',
      { cluster: undefined },
      'unknown',
      'ClusterNotCreated',
    ],
    [
      'a cluster that Rook could not make',
      {
        cluster: sampleCephCluster({
          status: { phase: 'Failure', message: 'no mons' },
        }),
      },
      'failed',
      'ClusterFailed',
    ],
    [
      'a phase that is new to the portal',
      { cluster: sampleCephCluster({ status: { phase: 'Dreaming' } }) },
      'unknown',
      'ClusterNotReady',
    ],
    [
      'a cluster of an older spec',
      { cluster: sampleCephCluster({ generation: 2 }) },
      'progressing',
      'ChangeUnderWay',
    ],
    [
      'capacity that goes to its end',
      cephOf({ capacity: { bytesTotal: 1000, bytesUsed: 870 } }),
      'degraded',
      'CapacityNearFull',
    ],
    [
      'no capacity left',
      cephOf({ capacity: { bytesTotal: 1000, bytesUsed: 960 } }),
      'failed',
      'CapacityFull',
    ],
    [
      'no majority of monitors',
      {
        'rook-ceph-mon-a': sampleCephWorkload('rook-ceph-mon-a', { ready: 0 }),
        'rook-ceph-mon-b': sampleCephWorkload('rook-ceph-mon-b', { ready: 0 }),
      },
      'failed',
      'DaemonsDown',
    ],
    [
      'a daemon that was never created',
      { 'rook-ceph-osd-2': undefined },
      'degraded',
      'DaemonsMissing',
    ],
    [
      'a spec that was refused',
      statusOf({
        phase: 'Failed',
        validation: {
          result: 'Failed',
          messages: ['no mgr role'],
          lastValidatedGeneration: 1,
        },
      }),
      'degraded',
      'SpecRefused',
    ],
    [
      'a part that cannot be applied',
      statusOf({
        phase: 'Deploying',
        message:
          'Ceph cluster configuration apply is failed: failed to ensure cephcluster',
      }),
      'degraded',
      'ApplyFailing',
    ],
    [
      'a change that is applied',
      statusOf({
        phase: 'Ready',
        message: 'Validation of CephDeployment spec is ok',
      }),
      'progressing',
      'Applying',
    ],
    [
      'a removal of OSDs',
      statusOf({ phase: 'OnHold', message: 'request processing' }),
      'progressing',
      'OnHold',
    ],
    ['no operator', { [operator]: undefined }, 'degraded', 'OperatorMissing'],
    [
      'a report of what was there before',
      {
        report: sampleCephHealth('CephDeploymentHealth', {
          state: 'Ok',
          healthReport: { osdAnalysis: { cephClusterSpecGeneration: 0 } },
        }),
      },
      'unknown',
      'HealthReportOutdated',
    ],
    [
      'a report without a state',
      { report: sampleCephHealth('CephDeploymentHealth', {}) },
      'unknown',
      'HealthReportUnknown',
    ],
  ])('tells of %s', (_what, changed, state, code) => {
    const result = read(changed);
    expect(result.codes).toContain(code);
    expect(result.state).toBe(state);
  });

  it('reads the report of older releases by the generation of the MiraCeph', () => {
    const older = (status: JsonObject) =>
      read({
        spec: sampleCephSpec('MiraCeph', {
          generation: 2,
          status: {
            validation: { result: 'Succeed', lastValidatedGeneration: 2 },
          },
        }),
        report: sampleCephHealth('MiraCephHealth', status),
        [operator]: sampleCephWorkload('ceph-controller', {
          namespace: 'ceph-lcm-mirantis',
        }),
      });
    expect(older({ state: 'Ready', miraCephGeneration: 2 }).state).toBe(
      'healthy',
    );
    expect(older({ state: 'Ready', miraCephGeneration: 1 }).codes).toEqual([
      'HealthReportOutdated',
    ]);
    expect(
      older({
        state: 'Failed',
        miraCephGeneration: 2,
        messages: ['mon a is not in quorum'],
      }).messages,
    ).toEqual([
      'MiraCephHealth ceph-lcm-mirantis/rook-ceph reports: mon a is not in quorum',
    ]);
  });

  it('counts what a running change brings with it as on its way', () => {
    const warning = cephOf({
      health: 'HEALTH_WARN',
      details: { OSD_DOWN: { severity: 'HEALTH_WARN', message: '1 down' } },
    });
    const changed = { ...warning, 'rook-ceph-osd-2': osdDown };
    expect(read(changed, true).state).toBe('progressing');
    expect(read(changed).state).toBe('degraded');
  });

  it('judges a pool by itself, and names it where it is used', () => {
    const { get } = read({ pool: sampleCephPool('volumes-ssd', 'Failure') });
    expect(get('ceph-pool/volumes-ssd')).toMatchObject({
      state: 'failed',
      reasons: [{ code: 'CephPartNotReady' }],
    });
    expect(get('openstack-service/block-storage').causedBy).toEqual([
      'ceph-pool/volumes-ssd',
    ]);
    expect(get(id).state).toBe('healthy');
  });

  it('says unknown, never well, when the list of a kind is missing', () => {
    const snapshot = snapshotOf({
      cloud: 'lab',
      objects: Object.values(well),
      missing: [{ kind: 'CephCluster', reason: 'forbidden' }],
    });
    const health = readHealth(snapshot, readTopology(snapshot));
    expect(
      health.components.find(({ componentId }) => componentId === id),
    ).toMatchObject({ state: 'unknown', reasons: [{ code: 'PartialData' }] });
  });
});
