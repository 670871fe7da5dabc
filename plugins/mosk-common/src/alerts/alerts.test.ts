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
  sampleCephCluster,
  sampleCephWorkload,
  sampleCephWorkloads,
} from '../testing/sampleCeph';
import {
  sampleDeployment,
  sampleNode,
  sampleStatus,
  sampleWorkload,
} from '../testing/sampleCloud';
import { sampleLogging, sampleStackLight } from '../testing/sampleStackLight';
import { readTopology } from '../topology/readTopology';
import { alertsByComponent, matchAlert } from './matchAlerts';
import { compareAlerts, countAlerts, readAlertSeverity } from './severity';
import { shownAlertLabels } from './shownAlertLabels';
import { Alert, CloudAlerts } from './types';

const service = (name: string, application: string) =>
  sampleWorkload({
    name,
    labels: { application },
    release: `openstack-${application}`,
  });

const openStack = [
  sampleNode('node-1'),
  sampleDeployment(),
  sampleStatus({ services: { identity: 'APPLIED', compute: 'APPLIED' } }),
  service('nova-api', 'nova'),
  service('cinder-api', 'cinder'),
  service('cinder-volume', 'cinder'),
  service('neutron-server', 'neutron'),
  service('keystone-api', 'keystone'),
  service('rabbitmq', 'rabbitmq'),
  service('mariadb-server', 'mariadb'),
  service('memcached', 'memcached'),
  service('ironic-api', 'ironic'),
  service('ingress', 'ingress'),
];

const snapshot = snapshotOf({
  cloud: 'lab',
  objects: [
    ...openStack,
    ...Object.values(sampleStackLight),
    ...Object.values(sampleLogging),
    ...Object.values(sampleCephWorkloads('pelagia-deployment-controller')),
    sampleCephWorkload('rook-ceph-osd-7'),
    sampleCephCluster(),
    sampleWorkload({ name: 'helm-controller', namespace: 'kube-system' }),
  ],
});
const topology = readTopology(snapshot);

function alert(options: Partial<Alert> = {}): Alert {
  const { name = 'CinderServiceDown', labels = {} } = options;
  return {
    id: `${name}-${JSON.stringify(labels)}`,
    severity: 'critical',
    state: 'firing',
    since: '2026-03-04T10:00:00Z',
    inhibitedBy: [],
    ...options,
    name,
    labels,
  };
}

describe('matchAlert', () => {
  const storage = 'openstack-service/block-storage';
  const outage = { namespace: 'openstack', deployment: 'cinder-api' };

  it.each<[string, Record<string, string>, string]>([
    // The workload goes before the name.
    ['KubeDeploymentOutage', outage, storage],
    ['NovaServiceDown', outage, storage],
    [
      'KubeStatefulSetOutage',
      { namespace: 'stacklight', statefulset: 'opensearch-master' },
      'stacklight/opensearch',
    ],
    [
      'KubeDaemonSetRolloutStuck',
      { namespace: 'stacklight', daemonset: 'fluentd-logs' },
      'stacklight/fluentd',
    ],
    [
      'KubePodsCrashLooping',
      {
        namespace: 'openstack',
        created_by_kind: 'ReplicaSet',
        created_by_name: 'nova-api-6d5f7c9b8',
      },
      'openstack-service/compute',
    ],
    [
      'KubePodsCrashLooping',
      {
        namespace: 'stacklight',
        created_by_kind: 'StatefulSet',
        created_by_name: 'prometheus-server',
      },
      'stacklight/prometheus',
    ],
    // Same name, elsewhere: nothing that is known, and not the fault of the cluster.
    [
      'KubeDeploymentOutage',
      { namespace: 'default', deployment: 'cinder-api' },
      'cloud',
    ],
    ['CephClusterHealthCritical', {}, 'ceph-cluster/rook-ceph'],
    [
      'CephDaemonSlowOps',
      { rook_cluster: 'rook-ceph', ceph_daemon: 'osd.7' },
      'ceph-cluster/rook-ceph',
    ],
    ['CinderVolumeServiceOutage', { binary: 'cinder-volume' }, storage],
    ['NeutronAgentDown', { host: 'node-1' }, 'openstack-service/networking'],
    ['NovaServicesDownMajor', {}, 'openstack-service/compute'],
    ['LibvirtDown', {}, 'openstack-service/compute'],
    ['IronicBmApiOutage', {}, 'openstack-service/baremetal'],
    ['RabbitMQDown', {}, 'openstack-service/messaging'],
    ['MariadbGaleraNotReady', {}, 'openstack-service/database'],
    ['MemcachedClusterDown', {}, 'openstack-service/memcached'],
    ['OpenSearchClusterStatusCritical', {}, 'stacklight/opensearch'],
    ['PrometheusRuleEvaluationsFailed', {}, 'stacklight/prometheus'],
    ['AlertmanagerFailedReload', {}, 'stacklight/alertmanager'],
    ['PostgresqlReplicationSlowWalDownload', {}, 'stacklight/postgresql'],
    ['StacklightGenericTargetsOutage', {}, 'stacklight'],
    ['HelmControllerReconcileDown', {}, 'operator/helm'],
    ['KubeNodeNotReady', { node: 'node-1' }, 'kubernetes-cluster'],
    ['OpenstackAPI5xxCritical', { component: 'cinder' }, storage],
    ['OpenstackAPI401Critical', { component: 'cinder-api' }, storage],
    [
      'OpenstackApiServiceDown',
      { url: 'http://keystone-api.openstack.svc.cluster.local:5000/' },
      'openstack-service/identity',
    ],
    [
      'OpenstackPublicAPI5xxCritical',
      { ingress: 'nova' },
      'openstack-service/compute',
    ],
    [
      'OpenstackEnvoyPublicAPI5xxCritical',
      { route: 'neutron-server' },
      'openstack-service/networking',
    ],
    [
      'OpenstackServiceApiOutage',
      { service_type: 'volumev3' },
      'openstack-service/block-storage',
    ],
    [
      'OpenstackIngressControllerTargetsOutage',
      {},
      'openstack-service/ingress',
    ],
    ['OpenstackSSLProbesFailing', {}, 'openstack-deployment/osh-dev'],
    // The cloud has no such service.
    ['DesignateServiceDown', {}, 'cloud'],
    ['SomethingElse', {}, 'cloud'],
  ])('matches %s %j with %s', (name, labels, id) => {
    expect(matchAlert({ name, labels }, topology)).toEqual([id]);
  });

  it('finds the Helm release that an alert names, and never mistakes it for what it installs', () => {
    const base = {
      group: 'helm' as const,
      title: '',
      dependsOn: [],
      providesApis: [],
      links: [],
    };
    const withReleases = {
      ...topology,
      components: [
        ...topology.components,
        {
          ...base,
          id: 'helm-release/openstack/cinder',
          type: 'helm-release' as const,
          workloads: [
            { kind: 'Deployment', namespace: 'openstack', name: 'cinder-api' },
          ],
          helmReleases: [{ name: 'cinder', namespace: 'openstack' }],
        },
        {
          ...base,
          id: 'helm-bundle/b',
          type: 'helm-bundle' as const,
          workloads: [],
          helmReleases: [],
          resource: { kind: 'HelmBundle', namespace: 'osh-system', name: 'b' },
        },
      ],
    };
    const bundle = { namespace: 'osh-system', name: 'b' };
    const release = { release_name: 'cinder', release_namespace: 'openstack' };
    const match = (labels: Record<string, string>) =>
      matchAlert(
        { name: 'HelmBundleReleaseNotDeployed', labels },
        withReleases,
      );
    expect(match({ ...bundle, ...release })).toEqual([
      'helm-release/openstack/cinder',
    ]);
    expect(match({ ...bundle, ...release, release_name: 'x' })).toEqual([
      'helm-bundle/b',
    ]);
    expect(match(release && { release_name: 'x' })).toEqual(['operator/helm']);
    expect(
      matchAlert(
        { name: 'KubeDeploymentOutage', labels: outage },
        withReleases,
      ),
    ).toEqual([storage]);
  });

  it('leaves out the Watchdog, which always fires', () => {
    const found = alertsByComponent(
      [alert({ name: 'Watchdog', severity: 'unknown' }), alert()],
      topology,
    );
    expect([...found.keys()]).toEqual([storage]);
  });
});

describe('what is read of alerts', () => {
  it.each([
    ['critical', 'critical'],
    ['Major', 'major'],
    ['info', 'informational'],
    ['none', 'informational'],
    ['page', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('reads the severity %s as %s', (label, severity) => {
    expect(readAlertSeverity(label)).toBe(severity);
  });

  it('puts first what fires, then what is grave, then what is old, and counts what fires', () => {
    const alerts = [
      alert({ id: 'silenced', state: 'silenced' }),
      alert({ id: 'warning', severity: 'warning' }),
      alert({ id: 'new', since: '2026-03-04T11:00:00Z' }),
      alert({ id: 'inhibited', state: 'inhibited' }),
      alert({ id: 'old' }),
    ];
    expect([...alerts].sort(compareAlerts).map(({ id }) => id)).toEqual([
      'old',
      'new',
      'warning',
      'inhibited',
      'silenced',
    ]);
    expect(countAlerts(alerts)).toMatchObject({ critical: 2, warning: 1 });
  });

  it('shows known labels only', () => {
    expect(
      shownAlertLabels({
        namespace: 'openstack',
        password: 'x',
        my_label: 'y',
      }),
    ).toEqual({ namespace: 'openstack' });
  });
});

describe('readHealth with alerts', () => {
  function read(
    alerts: Alert[],
    options: Partial<CloudAlerts> = {},
    of = snapshot,
  ) {
    const { components } = readHealth(of, readTopology(of), {
      alerts: { known: true, watchdog: 'ok', alerts, ...options },
    });
    return (id: string) =>
      components.find(({ componentId }) => componentId === id)!;
  }
  const cinder = 'openstack-service/block-storage';
  const without = readHealth(snapshot, topology);
  const before = (id: string) =>
    without.components.find(({ componentId }) => componentId === id)!;

  it.each<[Partial<Alert>, string, boolean]>([
    [{ name: 'CinderServiceDown', severity: 'critical' }, 'degraded', true],
    [{ name: 'CinderServiceDown', severity: 'major' }, 'degraded', true],
    [{ name: 'CinderServiceOutage', severity: 'critical' }, 'failed', true],
    [{ name: 'CinderServiceOutage', severity: 'major' }, 'failed', true],
    [{ name: 'CinderTargetsOutage', severity: 'critical' }, 'degraded', true],
    [{ name: 'CinderServiceDown', severity: 'minor' }, 'healthy', true],
    [{ name: 'CinderServiceOutage', severity: 'warning' }, 'healthy', true],
    [{ name: 'CinderServiceDown', severity: 'unknown' }, 'healthy', true],
    [{ name: 'CinderServiceOutage', state: 'silenced' }, 'healthy', false],
    [{ name: 'CinderServiceOutage', state: 'inhibited' }, 'healthy', false],
  ])('reads %j as %s', (given, state, isSaid) => {
    expect(before(cinder).state).toBe('healthy');
    const get = read([alert({ summary: 'It is down', ...given })]);
    expect(get(cinder).state).toBe(state);
    const said = expect.objectContaining({
      code: 'AlertFiring',
      state,
      since: '2026-03-04T10:00:00Z',
      message: expect.stringMatching(
        new RegExp(`^Alert ${given.name}.*: It is down$`),
      ),
    });
    expect(get(cinder).reasons).toEqual(isSaid ? [said] : []);
    // An API is as well as who provides it, and what depends on it names it.
    expect(get('openstack-api/block-storage').state).toBe(state);
    expect(get('openstack-service/compute').state).toBe('healthy');
  });

  it('says that alerts are not known, and that nothing arrives, and is not green then', () => {
    const monitored = snapshotOf({
      cloud: 'lab',
      objects: [
        sampleNode('node-1'),
        service('cinder-api', 'cinder'),
        ...Object.values(sampleStackLight),
      ],
    });
    const unknown = read(
      [],
      {
        known: false,
        message: 'Alertmanager does not answer',
        watchdog: 'unknown',
      },
      monitored,
    );
    expect(unknown('stacklight')).toMatchObject({
      state: 'unknown',
      reasons: [
        {
          code: 'AlertsUnknown',
          message: expect.stringContaining('Alertmanager does not answer'),
        },
      ],
    });
    expect(unknown('cloud').state).toBe('unknown');
    expect(unknown(cinder).state).toBe('healthy');
    const dead = read([], { watchdog: 'missing' }, monitored);
    expect(dead('stacklight')).toMatchObject({
      state: 'degraded',
      reasons: [{ code: 'AlertPipelineDead' }],
    });
    expect(dead('cloud').state).toBe('degraded');
    const well = read(
      [alert({ name: 'Watchdog', severity: 'critical' })],
      {},
      monitored,
    );
    expect(well('stacklight').state).toBe('healthy');
    expect(well('cloud').state).toBe('healthy');
  });

  it('names the workload or the node that an alert is about', () => {
    const get = read([
      alert({
        name: 'KubeDeploymentReplicasMismatch',
        labels: { namespace: 'openstack', deployment: 'cinder-api' },
      }),
      alert({ name: 'KubeNodeNotReady', labels: { node: 'node-1' } }),
    ]);
    expect(get(cinder).reasons[0].object).toEqual({
      kind: 'Deployment',
      namespace: 'openstack',
      name: 'cinder-api',
    });
    expect(get('kubernetes-cluster').reasons[0].object).toEqual({
      kind: 'Node',
      name: 'node-1',
    });
  });

  it('says it of the cloud where no part of StackLight is seen', () => {
    const bare = snapshotOf({ cloud: 'lab', objects: openStack });
    const { components } = readHealth(bare, readTopology(bare), {
      alerts: { known: false, watchdog: 'unknown', alerts: [] },
    });
    expect(
      components.find(({ componentId }) => componentId === 'cloud')!.reasons,
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'AlertsUnknown', state: 'unknown' }),
      ]),
    );
  });
});
