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

import { resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { pause } from '../pause';
import { SandboxCloud } from '../testing/SandboxCloud';
import { startSandbox, TestSandbox } from '../testing/startSandbox';

interface Alert {
  labels: Record<string, string>;
  status: { state: string; silencedBy: string[]; inhibitedBy: string[] };
}

describe('the StackLight of a sandbox', () => {
  let sandbox: TestSandbox;
  let cloud: SandboxCloud;

  beforeAll(async () => {
    sandbox = await startSandbox({
      components: ['ceph', 'openstack', 'helm', 'stacklight'],
      cloudState: 'running',
    });
    [cloud] = sandbox.clouds;
    // Where the programs must be built first, this is when they are.
    // Prometheus asks its targets one after the other.
    for (const last of ['kube_node_info', 'ceph_osd_up', 'osdpl_api_success']) {
      await until(() => query(last));
    }
  }, 900_000);

  afterAll(() => sandbox?.stop(), 60_000);

  const ask = (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: {
        authorization: `Bearer ${cloud.stackLight!.token}`,
        'content-type': 'application/json',
        ...init.headers,
      },
    });
  async function query(expression: string): Promise<any[]> {
    const { prometheus } = cloud.stackLight!;
    const response = await ask(
      `${prometheus}/api/v1/query?query=${encodeURIComponent(expression)}`,
    );
    return response.ok ? (await response.json()).data.result : [];
  }
  async function alerts(alertname: string, labels: object = {}) {
    const response = await ask(
      `${cloud.stackLight!.alertmanager}/api/v2/alerts`,
    );
    const all: Alert[] = response.ok ? await response.json() : [];
    return all.filter(alert =>
      Object.entries({ alertname, ...labels }).every(
        ([label, value]) => alert.labels[label] === value,
      ),
    );
  }
  /** Returns what came when it is something. */
  async function until<T>(look: () => Promise<T>): Promise<T> {
    for (;;) {
      const found = await look();
      if (Array.isArray(found) ? found.length : found) {
        return found;
      }
      await pause(200);
    }
  }
  const untilGone = (look: () => Promise<unknown[]>) =>
    until(async () => (await look()).length === 0);

  it('asks programs for a token, and lets browsers in', async () => {
    const { prometheus, alertmanager, openSearchDashboards } =
      cloud.stackLight!;
    for (const url of [
      `${prometheus}/api/v1/query?query=up`,
      `${alertmanager}/api/v2/status`,
      `${openSearchDashboards}/api/console/proxy`,
    ]) {
      const refused = await fetch(url, {
        headers: { authorization: 'Bearer wrong' },
      });
      expect(refused.status).toBe(401);
    }
    const browser = await fetch(`${alertmanager}/`, {
      headers: { accept: 'text/html' },
    });
    expect(browser.status).toBe(200);
    const [cookie] = browser.headers.getSetCookie();
    const next = await fetch(`${alertmanager}/api/v2/status`, {
      headers: { cookie: cookie.split(';')[0] },
    });
    expect(next.status).toBe(200);
  });

  it('scrapes what the exporters of the cloud tell', async () => {
    const [version] = await until(() => query('osdpl_version_info'));
    expect(version.metric).toMatchObject({ openstack_version: 'caracal' });
    const apis = await query('osdpl_api_success');
    expect(apis.map(({ metric }) => metric.service_type)).toEqual(
      expect.arrayContaining(['identity', 'image', 'compute', 'network']),
    );
    expect(await query('kube_node_info')).toHaveLength(9);
    expect(await query('osdpl_cinder_service_state == 1')).not.toEqual([]);
    // It may have scraped while the cloud was being laid.
    for (const trouble of [
      'up == 0',
      'osdpl_api_success == 0',
      'helmbundle_release_deployed == 0',
      'ceph_osd_up == 0',
    ]) {
      await untilGone(() => query(trouble));
    }
  }, 60_000);

  it('fires when a workload is out, hides what follows from it, and can be silenced', async () => {
    expect(await alerts('KubeDeploymentOutage')).toEqual([]);
    await cloud.command('degrade-workload', ['Deployment/glance-api']);
    const glance = { namespace: 'openstack', deployment: 'glance-api' };
    const [outage] = await until(() => alerts('KubeDeploymentOutage', glance));
    expect(outage).toMatchObject({
      labels: { severity: 'critical' },
      status: { state: 'active', inhibitedBy: [], silencedBy: [] },
    });
    const [api] = await until(() => alerts('OpenstackApiServiceDown'));
    expect(api.labels).toMatchObject({
      service_name: 'glance',
      url: expect.stringContaining('glance'),
    });
    const [hidden] = await until(async () =>
      (
        await alerts('KubeDeploymentReplicasMismatch', glance)
      ).filter(({ status }) => status.state === 'suppressed'),
    );
    expect(hidden.status.inhibitedBy).toHaveLength(1);

    const created = await ask(
      `${cloud.stackLight!.alertmanager}/api/v2/silences`,
      {
        method: 'POST',
        body: JSON.stringify({
          matchers: [
            {
              name: 'alertname',
              value: 'KubeDeploymentOutage',
              isRegex: false,
              isEqual: true,
            },
          ],
          startsAt: new Date().toISOString(),
          endsAt: new Date(Date.now() + 3_600_000).toISOString(),
          createdBy: 'operator',
          comment: 'planned work',
        }),
      },
    );
    const { silenceID } = await created.json();
    const [silenced] = await until(async () =>
      (
        await alerts('KubeDeploymentOutage', glance)
      ).filter(({ status }) => status.state === 'suppressed'),
    );
    expect(silenced.status.silencedBy).toEqual([silenceID]);

    await cloud.command('heal-workload', ['Deployment/glance-api']);
    await untilGone(() => alerts('KubeDeploymentOutage', glance));
    await untilGone(() => alerts('OpenstackApiServiceDown'));
  }, 120_000);

  it('warns when Ceph does', async () => {
    const [osds] = await until(() => query('count(ceph_osd_up == 1)'));
    expect(Number(osds.value[1])).toBeGreaterThan(1);
    expect(await query('ceph_health_status == 0')).toHaveLength(1);
    expect(await query('sum(ceph_cluster_total_bytes) > 0')).toHaveLength(1);
    await cloud.command('osd-down', ['0']);
    const [down] = await until(() => alerts('CephOSDDown'));
    expect(down.labels).toMatchObject({ ceph_daemon: 'osd.0' });
    const [warning] = await until(() => alerts('CephClusterHealthWarning'));
    expect(warning.labels).toMatchObject({
      rook_cluster: 'rook-ceph',
      severity: 'warning',
    });
    await cloud.command('osd-up', ['0']);
    await untilGone(() => alerts('CephClusterHealthWarning'));
  }, 120_000);

  it('tells of a release that does not deploy', async () => {
    await cloud.command('fail-release', ['broken']);
    await cloud.adminClient.create(resourceIdentities.HelmBundle, {
      metadata: { name: 'extras', namespace: 'osh-system' },
      spec: {
        releases: [
          { name: 'broken', namespace: 'osh-system', chart: 'internal/broken' },
        ],
      },
    });
    const [alert] = await until(() => alerts('HelmBundleReleaseNotDeployed'));
    expect(alert.labels).toMatchObject({
      release_name: 'broken',
      release_namespace: 'osh-system',
      name: 'extras',
      severity: 'critical',
    });
    await cloud.command('heal-release', ['broken']);
    await untilGone(() => alerts('HelmBundleReleaseNotDeployed'));
  }, 120_000);

  it('loses its watchdog, its receivers and its Prometheus when told to', async () => {
    await until(() => alerts('Watchdog'));
    await cloud.command('stop-watchdog');
    await untilGone(() => alerts('Watchdog'));
    await cloud.command('start-watchdog');

    await cloud.command('fail-receiver', ['HTTP-alerta']);
    const [failure] = await until(() =>
      alerts('AlertmanagerNotificationFailureWarning'),
    );
    expect(failure.labels.integration).toBe('webhook');
    await cloud.command('heal-receiver', ['HTTP-alerta']);
    await expect(cloud.command('fail-receiver', ['HTTP-none'])).rejects.toThrow(
      /no receiver HTTP-none; there are .*HTTP-slack/,
    );

    await cloud.command('stop-prometheus');
    const response = await ask(
      `${cloud.stackLight!.prometheus}/api/v1/query?query=up`,
    );
    expect(response.status).toBe(503);
    await cloud.command('start-prometheus');
    await until(() => query('up'));
  }, 120_000);

  it('answers through OpenSearch Dashboards how OpenSearch is and what was logged', async () => {
    const console = async (method: string, path: string, body?: object) => {
      const response = await ask(
        `${
          cloud.stackLight!.openSearchDashboards
        }/api/console/proxy?path=${encodeURIComponent(path)}&method=${method}`,
        {
          method: 'POST',
          headers: { 'osd-xsrf': 'true' },
          body: body && JSON.stringify(body),
        },
      );
      return response.json();
    };
    expect(await console('GET', '_cluster/health')).toMatchObject({
      status: 'green',
      number_of_nodes: 3,
    });
    const errors = () =>
      console('POST', '*/_count', {
        query: {
          bool: {
            filter: [
              { term: { 'orchestrator.labels.application': 'heat' } },
              { terms: { 'log.level': ['error', 'ERROR'] } },
              { range: { '@timestamp': { gte: '2020-01-01T00:00:00Z' } } },
            ],
          },
        },
      });
    expect((await errors()).count).toEqual(expect.any(Number));
    const to = Date.now();
    const { aggregations } = await console('POST', '*/_search', {
      size: 0,
      query: { match_all: {} },
      aggs: {
        lines: {
          date_histogram: {
            field: '@timestamp',
            fixed_interval: '600s',
            extended_bounds: { min: to - 3_600_000, max: to },
          },
        },
      },
    });
    expect(aggregations.lines.buckets.length).toBeGreaterThan(6);
    expect(aggregations.lines.buckets.at(-2).doc_count).toBeGreaterThan(0);
    expect(await console('GET', '_cat/indices')).toMatchObject({ status: 400 });

    await cloud.command('degrade-workload', [
      'StatefulSet/opensearch-master',
      '2',
    ]);
    await until(
      async () => (await console('GET', '_cluster/health')).status === 'yellow',
    );
    await cloud.command('heal-workload', ['StatefulSet/opensearch-master']);
  }, 60_000);

  it('is in the configuration of the portal', () => {
    const { prometheus, token } = cloud.stackLight!;
    expect(sandbox.portalConfig().mosk.clusters[0]).toMatchObject({
      stackLight: {
        prometheus: { url: prometheus },
        auth: { type: 'bearer', token },
      },
    });
  });
});
