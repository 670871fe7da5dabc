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

import { readHealth } from '../health/readHealth';
import { snapshotOf } from '../snapshot/snapshotOf';
import {
  sampleDeployment,
  sampleNode,
  sampleStatus,
  sampleWorkload,
  sampleWorkloads,
} from '../testing/sampleCloud';
import {
  sampleBundle,
  sampleHelmWorkloads,
  sampleReleaseStatus,
} from '../testing/sampleHelm';
import { sampleStackLight } from '../testing/sampleStackLight';
import { entityNameOf, entityRefOf } from './entityNames';
import { readTopology } from './readTopology';

const { controller, proxy } = sampleHelmWorkloads;
const bundleId = 'helm-bundle/osh-system.extras';
const proxyId = 'helm-release/osh-system.metrics-proxy';
const uiId = 'helm-release/osh-system.metrics-ui';

function read(
  objects: Parameters<typeof snapshotOf>[0]['objects'],
  options: Parameters<typeof readHealth>[2] = {},
) {
  const snapshot = snapshotOf({
    cloud: 'lab',
    objects: [sampleNode('node-1'), ...objects],
  });
  const topology = readTopology(snapshot);
  const health = readHealth(snapshot, topology, options);
  expect(JSON.stringify([topology, health])).not.toContain('Planted');
  const healthOf = (id: string) =>
    health.components.find(({ componentId }) => componentId === id)!;
  return {
    ids: topology.components.map(({ id }) => id),
    get: (id: string) => topology.components.find(each => each.id === id)!,
    state: (id: string) => healthOf(id).state,
    codes: (id: string) => healthOf(id).reasons.map(({ code }) => code),
    reasons: (id: string) => healthOf(id).reasons,
    causes: (id: string) => healthOf(id).causedBy,
  };
}

describe('readTopology of Helm', () => {
  it('finds the operator, bundles and their releases, with what was observed of them', () => {
    const { get, ids } = read([controller, proxy, sampleBundle()]);
    expect(get('operator/helm')).toMatchObject({
      type: 'operator',
      title: 'HelmBundle Operator',
      namespace: 'kube-system',
    });
    expect(get(bundleId)).toMatchObject({
      type: 'helm-bundle',
      group: 'helm',
      partOf: 'cloud',
      dependsOn: ['operator/helm', proxyId, uiId],
      resource: { kind: 'HelmBundle', namespace: 'osh-system', name: 'extras' },
      description: expect.stringContaining('made through the portal'),
    });
    expect(get(proxyId)).toMatchObject({
      type: 'helm-release',
      title: 'Helm release metrics-proxy',
      version: '1.4.0',
      namespace: 'osh-system',
      partOf: bundleId,
      helmReleases: [
        {
          name: 'metrics-proxy',
          namespace: 'osh-system',
          chart: 'metrics-proxy-1.4.0',
        },
      ],
      workloads: [{ kind: 'Deployment', name: 'metrics-proxy' }],
    });
    expect(ids.filter(id => id.startsWith('helm-'))).toHaveLength(3);
    expect(entityRefOf('lab', get(bundleId))).toBe(
      'resource:default/lab-helm-bundle-osh-system.extras',
    );
    expect(entityNameOf('lab', get(proxyId))).toBe(
      'lab-helm-release-osh-system.metrics-proxy',
    );
  });

  it('invents no version that nobody observed', () => {
    const { get } = read([
      sampleBundle({ statuses: {} }),
      ...Object.values(sampleWorkloads),
      sampleWorkload({
        name: 'heat-api',
        release: 'openstack-heat',
        labels: { 'helm.sh/chart': 'heat-0.2.11', application: 'heat' },
      }),
    ]);
    expect(get(proxyId)).toMatchObject({ version: undefined, workloads: [] });
    expect(get('helm-release/openstack.openstack-nova').version).toBe(
      undefined,
    );
    expect(get('helm-release/openstack.openstack-heat').version).toBe('0.2.11');
  });

  it('relates a release to the operator or service that it installs', () => {
    const { get } = read([
      sampleDeployment(),
      sampleStatus(),
      ...Object.values(sampleWorkloads),
      sampleWorkload({
        name: 'helm-controller',
        namespace: 'kube-system',
        labels: { app: 'helm-controller' },
        release: 'helm-controller',
      }),
    ]);
    expect(get('helm-release/kube-system.helm-controller')).toMatchObject({
      dependsOn: ['operator/helm'],
      partOf: 'cloud',
    });
    expect(get('helm-release/openstack.openstack-nova')).toMatchObject({
      dependsOn: ['openstack-service/compute'],
      partOf: 'openstack-deployment/osh-dev',
      workloads: [{ name: 'nova-api-osapi' }, { name: 'nova-compute-default' }],
    });
  });

  it('leaves the bundle of StackLight to the Helm Controller of StackLight', () => {
    const objects = [
      controller,
      sampleBundle({
        metadata: { name: 'stacklight-bundle', namespace: 'stacklight' },
      }),
    ];
    const own = read([...objects, ...Object.values(sampleStackLight)]);
    const bundle = 'helm-bundle/stacklight.stacklight-bundle';
    expect(own.get(bundle).dependsOn[0]).toBe('stacklight/helm-controller');
    expect(own.get('helm-release/stacklight.prometheus').dependsOn).toEqual([
      'stacklight/prometheus',
    ]);
    expect(read(objects).get(bundle).dependsOn[0]).toBe('operator/helm');
  });
});

describe('readHealth of Helm', () => {
  it('calls a bundle well whose releases are deployed and ready', () => {
    const { state, codes } = read([controller, proxy, sampleBundle()]);
    expect([state(bundleId), state(proxyId), state(uiId)]).toEqual([
      'healthy',
      'healthy',
      'healthy',
    ]);
    expect(codes(bundleId)).toEqual([]);
    expect(state('cloud')).toBe('healthy');
  });

  it('says why a release is not deployed, and what that holds back', () => {
    const failing = sampleBundle({
      statuses: {
        'metrics-proxy': sampleReleaseStatus({
          status: 'failed',
          success: false,
          ready: false,
          attempt: 7,
          message: 'chart not found, password=Planted',
        }),
      },
    });
    const { state, reasons, codes } = read([controller, failing]);
    expect(state(proxyId)).toBe('degraded');
    expect(reasons(proxyId)[0]).toMatchObject({
      code: 'ReleaseFailing',
      message: expect.stringMatching(
        /^Helm release osh-system\/metrics-proxy is not deployed: Attempt 7: chart not found/,
      ),
      since: '2026-03-04T09:00:41Z',
    });
    expect(reasons(uiId)[0].message).toMatch(/waits for metrics-proxy/);
    expect(codes(bundleId)).toEqual(['PartNotHealthy', 'PartNotHealthy']);
    expect(state('cloud')).toBe('degraded');
  });

  it.each([
    [{ ready: false }, 'ReleaseNotReady', 'degraded', 'progressing'],
    [
      { status: 'pending-upgrade', success: false },
      'ReleasePending',
      'progressing',
      'progressing',
    ],
    [{ version: '1.3.0' }, 'ReleaseNotUpgraded', 'degraded', 'progressing'],
    [{ status: 'superseded' }, 'UnknownState', 'unknown', 'unknown'],
  ])('reads %o as %s', (more, code, alone, inRollout) => {
    const bundle = sampleBundle({
      statuses: { 'metrics-proxy': sampleReleaseStatus(more) },
    });
    const object = { kind: 'HelmBundle', ...bundle.metadata };
    const quiet = read([controller, bundle]);
    const rolling = read([controller, bundle], {
      rollouts: [{ object, state: 'running' }],
    });
    expect(quiet.codes(proxyId)).toEqual([code]);
    expect(quiet.state(proxyId)).toBe(alone);
    expect(rolling.state(proxyId)).toBe(inRollout);
  });

  it('says what is not handled, and what will be overwritten', () => {
    const { codes, reasons, state, get } = read([
      sampleBundle({
        observedGeneration: 0,
        metadata: {
          ownerReferences: [
            { apiVersion: 'x/v1', kind: 'Cluster', name: 'mosk', uid: '1' },
          ],
        },
      }),
    ]);
    expect(codes(bundleId)).toEqual([
      'OperatorMissing',
      'ChangeUnderWay',
      'OwnedElsewhere',
    ]);
    expect(state(bundleId)).toBe('degraded');
    expect(reasons(bundleId)[2]).toMatchObject({
      state: 'healthy',
      message:
        'HelmBundle osh-system/extras belongs to Cluster mosk: what is changed of it through the portal is overwritten',
    });
    expect(get(bundleId).description).toMatch(/It belongs to Cluster mosk/);
  });

  it('blames what a release installs, not the release', () => {
    const { causes, state } = read([
      sampleDeployment(),
      sampleStatus(),
      sampleWorkload({
        kind: 'StatefulSet',
        name: 'mariadb-server',
        labels: { application: 'mariadb', component: 'server' },
        release: 'openstack-mariadb',
        ready: 0,
      }),
    ]);
    const release = 'helm-release/openstack.openstack-mariadb';
    expect(state(release)).toBe('failed');
    expect(causes(release)).toContain('openstack-service/database');
    expect(causes('openstack-deployment/osh-dev')).not.toContain(release);
    expect(causes('cloud')).not.toContain(release);
  });
});
