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
import { followResource, KubernetesObject } from '../kubernetes';
import { SandboxCloud } from '../testing/SandboxCloud';
import { startSandbox, TestSandbox } from '../testing/startSandbox';

const { Deployment, HelmBundle, StatefulSet } = resourceIdentities;
const namespace = 'osh-system';

type Status = NonNullable<KubernetesObject['status']>;

describe('the simulated Helm Controller', () => {
  let sandbox: TestSandbox;
  let cloud: SandboxCloud;

  beforeAll(async () => {
    sandbox = await startSandbox({ components: ['helm', 'stacklight'] });
    [cloud] = sandbox.clouds;
  }, 900_000);

  afterAll(() => sandbox?.stop(), 60_000);

  const release = (name: string, more: object = {}) => ({
    name,
    namespace,
    chart: `internal/${name}`,
    version: '1.4.0',
    ...more,
  });
  const create = (name: string, spec: object) =>
    cloud.adminClient.create(HelmBundle, {
      metadata: { name, namespace },
      spec,
    });
  /** Every status of the bundle until one that fits. */
  async function until(name: string, fits: (status: Status) => boolean) {
    const end = new AbortController();
    const seen: Status[] = [];
    const events = followResource(cloud.adminClient, HelmBundle, namespace, {
      signal: end.signal,
    });
    for await (const { object, type } of events) {
      if (object.metadata.name !== name) continue;
      seen.push(object.status ?? {});
      if (type === 'DELETED' || fits(object.status ?? {})) break;
    }
    end.abort();
    return seen;
  }
  const entry = (status: Status, name: string) =>
    status.releaseStatuses?.[name];

  it('runs as a Deployment of kube-system', async () => {
    const { items } = await cloud.adminClient.list(Deployment, 'kube-system', {
      labelSelector: 'app=helm-controller',
    });
    expect(items).toHaveLength(1);
    expect(items[0].status.readyReplicas).toBe(1);
  });

  it('has installed what StackLight consists of', async () => {
    const bundle = await cloud.adminClient.get(
      HelmBundle,
      'stacklight',
      'stacklight-bundle',
    );
    const names = bundle.spec.releases.map(({ name }: any) => name);
    expect(names).toContain('grafana');
    for (const name of names) {
      expect(bundle.status.releaseStatuses[name]).toMatchObject({
        status: 'deployed',
        ready: true,
        revision: 1,
      });
    }
    for (const name of ['prometheus-server', 'opensearch-master']) {
      const { status, metadata } = await cloud.adminClient.get(
        StatefulSet,
        'stacklight',
        name,
      );
      expect(status.readyReplicas).toBe(status.replicas);
      expect(metadata.annotations).toHaveProperty([
        'meta.helm.sh/release-name',
      ]);
    }
  });

  it('installs a release when those that it requires are ready, and upgrades and removes', async () => {
    const first = release('metrics-proxy', { values: { replicas: 2 } });
    const second = release('metrics-ui', { requires: ['metrics-proxy'] });
    await create('extras', { releases: [second, first] });
    const seen = await until(
      'extras',
      status =>
        entry(status, 'metrics-ui')?.ready && status.observedGeneration === 1,
    );
    const phases = (name: string) =>
      seen.map(status => entry(status, name)?.status);
    expect(phases('metrics-proxy')).toContain('pending-install');
    for (const status of seen.filter(one => entry(one, 'metrics-ui'))) {
      expect(entry(status, 'metrics-proxy')).toMatchObject({
        status: 'deployed',
        ready: true,
      });
    }
    expect(entry(seen.at(-1)!, 'metrics-proxy')).toMatchObject({
      chart: 'internal/metrics-proxy',
      version: '1.4.0',
      hash: expect.any(String),
      success: true,
      revision: 1,
      attempt: 1,
    });
    const made = await cloud.adminClient.get(
      Deployment,
      namespace,
      'metrics-proxy',
    );
    expect(made.spec.replicas).toBe(2);
    expect(made.metadata).toMatchObject({
      annotations: { 'meta.helm.sh/release-name': 'metrics-proxy' },
      labels: { 'helm.sh/chart': 'metrics-proxy-1.4.0' },
    });

    await cloud.adminClient.patch(HelmBundle, namespace, 'extras', {
      spec: { releases: [{ ...first, version: '1.5.0' }] },
    });
    const upgraded = await until(
      'extras',
      status =>
        entry(status, 'metrics-proxy')?.ready &&
        status.observedGeneration === 2,
    );
    expect(
      upgraded.map(status => entry(status, 'metrics-proxy')?.status),
    ).toContain('pending-upgrade');
    expect(entry(upgraded.at(-1)!, 'metrics-proxy')).toMatchObject({
      version: '1.5.0',
      revision: 2,
    });
    expect(entry(upgraded.at(-1)!, 'metrics-ui')).toBeUndefined();
    await expect(
      cloud.adminClient.find(Deployment, namespace, 'metrics-ui'),
    ).resolves.toBeUndefined();

    await cloud.adminClient.delete(HelmBundle, namespace, 'extras');
    await until('extras', () => false);
    const { items } = await cloud.adminClient.list(Deployment, namespace);
    expect(items).toEqual([]);
  }, 60_000);

  it('tries what fails again and again, until it is healed', async () => {
    await cloud.command('fail-release', {
      release: 'broken',
      message: 'chart "broken" not found',
    });
    await create('trouble', {
      releases: [release('broken'), release('held', { requires: ['broken'] })],
    });
    const seen = await until(
      'trouble',
      status => entry(status, 'broken')?.attempt === 3,
    );
    expect(entry(seen.at(-1)!, 'broken')).toMatchObject({
      status: 'failed',
      success: false,
      ready: false,
      revision: 0,
      message: 'chart "broken" not found',
    });
    expect(entry(seen.at(-1)!, 'held')).toBeUndefined();
    await cloud.command('heal-release', ['broken']);
    const healed = await until(
      'trouble',
      status => entry(status, 'held')?.ready,
    );
    expect(entry(healed.at(-1)!, 'broken')).toMatchObject({ ready: true });
    expect(entry(healed.at(-1)!, 'broken').message).toBeUndefined();
  }, 60_000);

  it('leaves a bundle of another controller alone, and may keep what it saw to itself', async () => {
    await create('foreign', {
      release: 'another-controller',
      releases: [release('foreign')],
    });
    await cloud.command('observe-generation', ['false']);
    await create('quiet', {
      releases: [release('stack', { chart: 'stacklight/opensearch' })],
    });
    const seen = await until('quiet', status => entry(status, 'stack')?.ready);
    expect(seen.at(-1)!.observedGeneration).toBeUndefined();
    await expect(
      cloud.adminClient.get(StatefulSet, namespace, 'opensearch-master'),
    ).resolves.toMatchObject({ status: { readyReplicas: 3 } });
    const foreign = await cloud.adminClient.get(
      HelmBundle,
      namespace,
      'foreign',
    );
    expect(foreign.status).toBeUndefined();
  }, 60_000);
});
