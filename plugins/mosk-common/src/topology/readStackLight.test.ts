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
import { sampleNode, sampleWorkload } from '../testing/sampleCloud';
import {
  sampleLogging,
  sampleStackLight,
  sampleStackLightWorkload,
} from '../testing/sampleStackLight';
import { readTopology } from './readTopology';

function read(objects: Parameters<typeof snapshotOf>[0]['objects']) {
  const snapshot = snapshotOf({
    cloud: 'lab',
    objects: [sampleNode('node-1'), ...objects],
  });
  const topology = readTopology(snapshot);
  const health = readHealth(snapshot, topology);
  return {
    ids: topology.components.map(({ id }) => id),
    get: (id: string) => topology.components.find(each => each.id === id)!,
    state: (id: string) =>
      health.components.find(({ componentId }) => componentId === id)!.state,
    reasons: (id: string) =>
      health.components.find(({ componentId }) => componentId === id)!.reasons,
  };
}

describe('readTopology of StackLight', () => {
  it('finds nothing where nothing of it runs', () => {
    const { ids } = read([
      sampleWorkload({ name: 'prometheus-server', namespace: 'openstack' }),
    ]);
    expect(ids.filter(id => id.startsWith('stacklight'))).toEqual([]);
  });

  it('finds the parts that run and invents no logging stack', () => {
    const { ids, get } = read(Object.values(sampleStackLight));
    expect(ids.filter(id => id.startsWith('stacklight')).sort()).toEqual([
      'stacklight',
      'stacklight/alertmanager',
      'stacklight/grafana',
      'stacklight/helm-controller',
      'stacklight/node-exporter',
      'stacklight/postgresql',
      'stacklight/prometheus',
      'stacklight/prometheus-relay',
    ]);
    // Its own Helm Controller is not the one of the cluster.
    expect(ids).not.toContain('operator/helm');
    expect(get('stacklight')).toMatchObject({
      type: 'stacklight',
      partOf: 'cloud',
      dependsOn: ['kubernetes-cluster'],
      description: expect.stringContaining('watches everything'),
    });
    expect(get('stacklight/prometheus')).toMatchObject({
      title: 'Prometheus',
      partOf: 'stacklight',
      group: 'stacklight',
      namespace: 'stacklight',
      workloads: [{ kind: 'StatefulSet', name: 'prometheus-server' }],
      labelSelector: 'release_group=prometheus',
      dependsOn: ['stacklight/alertmanager'],
    });
  });

  it('relates the parts of the logging stack', () => {
    const { get } = read([
      ...Object.values(sampleStackLight),
      ...Object.values(sampleLogging),
    ]);
    expect(get('stacklight/fluentd').dependsOn).toEqual([
      'stacklight/opensearch',
    ]);
    expect(get('stacklight/opensearch-dashboards').dependsOn).toEqual([
      'stacklight/opensearch',
    ]);
    expect(get('stacklight/opensearch').dependsOn).toEqual([]);
  });

  it.each([
    ['elasticsearch-master', 'opensearch'],
    ['opensearch-client', 'opensearch'],
    ['kibana', 'opensearch-dashboards'],
    ['elasticsearch-curator', 'opensearch-curator'],
    ['prometheus-es-exporter', 'opensearch-exporter'],
    ['opensearch-exporter', 'opensearch-exporter'],
    ['prometheus-server', 'prometheus'],
    ['alertmanager-main', 'alertmanager'],
    ['prometheus-kube-state-metrics', 'kube-state-metrics'],
    ['prometheus-libvirt-exporter', 'libvirt-exporter'],
    ['telegraf-ds-smart', 'telegraf-smart'],
    ['iam-proxy-grafana', 'iam-proxy'],
    ['sf-notifier', 'sf-notifier'],
  ])('knows %s as %s', (name, part) => {
    expect(read([sampleStackLightWorkload(name)]).ids).toContain(
      `stacklight/${part}`,
    );
  });

  it('shows what it does not know by its release', () => {
    const { get } = read([
      sampleStackLightWorkload('thanos-query', { release: 'thanos' }),
      sampleStackLightWorkload('thanos-store', { release: 'thanos' }),
      sampleStackLightWorkload('lonely', { labels: {} }),
    ]);
    expect(get('stacklight/thanos')).toMatchObject({
      title: 'thanos',
      type: 'stacklight-component',
      workloads: [{ name: 'thanos-query' }, { name: 'thanos-store' }],
    });
    expect(get('stacklight/lonely').title).toBe('lonely');
  });

  it('holds a lost part against the whole by what is lost with it', () => {
    const without = (name: string, key: keyof typeof sampleStackLight) =>
      read(
        Object.values({
          ...sampleStackLight,
          [key]: sampleStackLightWorkload(name, { ready: 0, wanted: 2 }),
        }),
      );
    const noGrafana = without('grafana', 'grafana');
    expect(noGrafana.state('stacklight/grafana')).toBe('failed');
    expect(noGrafana.state('stacklight')).toBe('degraded');
    const noAlerts = without('prometheus-alertmanager', 'alertmanager');
    expect(noAlerts.state('stacklight')).toBe('failed');
    expect(noAlerts.reasons('stacklight')).toEqual([
      expect.objectContaining({
        code: 'PartNotHealthy',
        message: expect.stringContaining('Alertmanager is failed'),
      }),
    ]);
    // The cloud works without, but nobody would be told of trouble.
    expect(noAlerts.state('cloud')).toBe('degraded');
    const whole = read(Object.values(sampleStackLight));
    expect(whole.state('stacklight')).toBe('healthy');
    expect(whole.state('cloud')).toBe('healthy');
  });
});
