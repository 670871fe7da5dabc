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
import { existsSync } from 'node:fs';
import {
  coreResources,
  KubernetesClient,
  KubernetesError,
} from '../kubernetes';
import { pause } from '../pause';
import { SandboxCloud } from './SandboxCloud';
import { startSandbox, TestSandbox } from './startSandbox';

const {
  HelmBundle,
  MiraCeph,
  Node,
  OpenStackDeployment,
  OpenStackDeploymentStatus,
} = resourceIdentities;
const openstack = 'openstack';

async function untilGone(pid: number) {
  while (existsSync(`/proc/${pid}`)) {
    await pause(50);
  }
}

describe('a sandbox', () => {
  let sandbox: TestSandbox;
  let cloud: SandboxCloud;
  let portal: KubernetesClient;
  let proxied: KubernetesClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ withoutKinds: ['MiraCeph'] });
    [cloud] = sandbox.clouds;
    portal = cloud.clientFor(cloud.portalToken);
    proxied = cloud.clientFor(cloud.portalToken, { throughProxy: true });
  }, 900_000);

  afterAll(async () => {
    await portal?.close();
    await proxied?.close();
    await sandbox?.stop();
  }, 60_000);

  afterEach(() => cloud.faults.clear());

  it('lets each account do what the install guide says, and no more', async () => {
    const reader = cloud.clientFor(cloud.readerToken);
    const forbidden = { statusCode: 403 };
    await expect(
      portal.list(OpenStackDeployment, openstack),
    ).resolves.toMatchObject({ items: expect.any(Array) });
    for (const client of [portal, reader]) {
      for (const resource of [coreResources.Secret, coreResources.ConfigMap]) {
        await expect(client.list(resource, openstack)).rejects.toMatchObject(
          forbidden,
        );
      }
    }
    await expect(reader.list(coreResources.Pod)).resolves.toBeDefined();
    const mayReadLogs = async (client: KubernetesClient) =>
      (
        await client.create(
          {
            group: 'authorization.k8s.io',
            version: 'v1',
            kind: 'SelfSubjectAccessReview',
            plural: 'selfsubjectaccessreviews',
            namespaced: false,
          },
          {
            metadata: {},
            spec: {
              resourceAttributes: {
                namespace: openstack,
                verb: 'get',
                resource: 'pods',
                subresource: 'log',
              },
            },
          } as any,
        )
      ).status.allowed;
    // For the Kubernetes tab; our own pages show no log.
    expect([await mayReadLogs(reader), await mayReadLogs(portal)]).toEqual([
      true,
      false,
    ]);
    await expect(reader.list(OpenStackDeployment)).rejects.toMatchObject(
      forbidden,
    );
    await expect(
      cloud
        .clientFor(cloud.portalReadOnlyToken)
        .apply(
          OpenStackDeployment,
          { metadata: { name: 'x', namespace: openstack }, spec: {} },
          { fieldManager: 'test', dryRun: true },
        ),
    ).rejects.toMatchObject(forbidden);
    await expect(
      portal.delete(OpenStackDeployment, openstack, 'x'),
    ).rejects.toMatchObject(forbidden);
    await reader.close();
  });

  it('has the server-side apply of a real API server', async () => {
    const bundle = (size: number) => ({
      metadata: { name: 'applied', namespace: 'osh-system' },
      spec: { size },
    });
    const created = await portal.apply(HelmBundle, bundle(1), {
      fieldManager: 'one',
      fieldValidation: 'Strict',
    });
    expect(created.metadata.generation).toBe(1);
    await expect(
      portal.apply(HelmBundle, bundle(2), { fieldManager: 'two' }),
    ).rejects.toMatchObject({
      statusCode: 409,
      body: {
        details: {
          causes: [{ reason: 'FieldManagerConflict', field: '.spec.size' }],
        },
      },
    });
    const forced = await portal.apply(HelmBundle, bundle(2), {
      fieldManager: 'two',
      force: true,
      dryRun: true,
    });
    expect(forced.spec.size).toBe(2);
    const live = await portal.get(HelmBundle, 'osh-system', 'applied');
    expect(live.spec.size).toBe(1);
    await cloud.adminClient.delete(HelmBundle, 'osh-system', 'applied');
  });

  it('prunes status rows as the real definition does', async () => {
    const { adminClient } = cloud;
    const written = await adminClient.create(OpenStackDeploymentStatus, {
      metadata: { name: 'pruned', namespace: openstack },
      status: {
        osdpl: { state: 'APPLIED' },
        services: {
          compute: { state: 'APPLIED', controller_host: 'pruned' },
          descheduler: { state: 'APPLIED' },
        },
        health: { nova: { 'api-osapi': { status: 'Ready' } } },
      },
    });
    expect(written.status.services).toEqual({ compute: { state: 'APPLIED' } });
    expect(written.status.health.nova['api-osapi'].status).toBe('Ready');
    await adminClient.delete(OpenStackDeploymentStatus, openstack, 'pruned');
  });

  it('has nodes, whose troubles are commanded, and the keys of Ceph', async () => {
    const { items } = await portal.list(Node);
    expect(items).toHaveLength(9);
    await cloud.command('node-not-ready', { node: 'compute-1' });
    await cloud.command('node-cordon', ['compute-1']);
    const node = await portal.get(Node, undefined, 'compute-1');
    expect(node.spec.unschedulable).toBe(true);
    expect(node.status.conditions).toContainEqual(
      expect.objectContaining({ type: 'Ready', status: 'Unknown' }),
    );
    await cloud.command('node-ready', ['compute-1']);
    await cloud.command('node-uncordon', ['compute-1']);
    await expect(
      cloud.adminClient.get(
        coreResources.Secret,
        'openstack-ceph-shared',
        'openstack-ceph-keys',
      ),
    ).resolves.toBeDefined();
    await expect(cloud.command('no-such-verb')).rejects.toThrow(
      /There is no command no-such-verb; there are .*node-cordon/,
    );
    await expect(cloud.command('node-cordon')).rejects.toThrow(/needs node/);
  });

  it('installs a kind later', async () => {
    await expect(portal.list(MiraCeph)).rejects.toMatchObject({
      statusCode: 404,
    });
    await cloud.command('install-crd', { kind: 'MiraCeph' });
    await expect(portal.list(MiraCeph)).resolves.toMatchObject({ items: [] });
  });

  it('answers as the faults say, as often as they say', async () => {
    const list = () => proxied.list(Node);
    await expect(list()).resolves.toBeDefined();
    for (const status of [401, 403, 410, 429, 500]) {
      await cloud.faults.add({ type: 'status', status, count: 1 });
      await expect(list()).rejects.toMatchObject({ statusCode: status });
      await expect(list()).resolves.toBeDefined();
    }
    await cloud.faults.add({ type: 'drop', path: '/nodes' });
    await expect(list()).rejects.not.toBeInstanceOf(KubernetesError);
    await expect(proxied.list(OpenStackDeployment)).resolves.toBeDefined();
    await cloud.faults.clear();

    await cloud.faults.add({ type: 'malformed', verbs: ['list'], count: 1 });
    await expect(list()).rejects.toThrow(SyntaxError);
    await cloud.faults.add({ type: 'empty', path: '/nodes' });
    const empty = await list();
    expect(empty).toMatchObject({ kind: 'NodeList', items: [] });
    expect(empty.metadata.resourceVersion).toMatch(/^\d+$/);
    await expect(
      proxied.get(Node, undefined, 'control-1'),
    ).resolves.toBeDefined();
    const { items } = await proxied.list(coreResources.Namespace);
    expect(items).not.toEqual([]);
    await cloud.faults.clear();

    const { id } = await cloud.faults.add({ type: 'delay', delay: 20 });
    await expect(list()).resolves.toBeDefined();
    const faults = await cloud.faults.list();
    expect(faults.find(fault => fault.id === id)).toMatchObject({ hits: 1 });
    await expect(cloud.faults.add({ type: 'nonsense' as any })).rejects.toThrow(
      /There is no fault nonsense/,
    );
  });

  it('sends Retry-After where it is asked to', async () => {
    await cloud.faults.add({ type: 'status', status: 429, retryAfter: 7 });
    const { request } = await import('node:https');
    const header = await new Promise(resolve =>
      request(cloud.proxyUrl, { ca: cloud.ca }, response =>
        resolve(response.headers['retry-after']),
      ).end(),
    );
    expect(header).toBe('7');
  });

  it('freezes, expires and garbles watches that run already', async () => {
    const namespace = 'osh-system';
    const touch = (value: string) =>
      cloud.adminClient.patch(coreResources.Namespace, undefined, namespace, {
        metadata: { labels: { touched: value } },
      });
    const follow = async () => {
      const { metadata } = await proxied.list(coreResources.Namespace);
      return proxied.watch(coreResources.Namespace, undefined, {
        resourceVersion: metadata.resourceVersion,
      });
    };
    // Opens the stream: its first event has come.
    const open = async (value: string) => {
      const events = await follow();
      const first = events.next();
      await touch(value);
      expect((await first).value?.object.metadata.labels.touched).toBe(value);
      return events;
    };

    const frozen = await open('1');
    const { id } = await cloud.faults.add({ type: 'freeze' });
    let came = false;
    const next = frozen.next().then(event => {
      came = true;
      return event;
    });
    const direct = await portal.list(coreResources.Namespace);
    const witness = portal.watch(coreResources.Namespace, undefined, {
      resourceVersion: direct.metadata.resourceVersion,
    });
    const seen = witness.next();
    await touch('2');
    await seen;
    expect(came).toBe(false);
    await cloud.faults.clear(id);
    expect((await next).value?.object.metadata.labels.touched).toBe('2');
    await witness.return(undefined);

    await cloud.faults.add({ type: 'expire', count: 1 });
    await expect(frozen.next()).rejects.toMatchObject({ statusCode: 410 });

    const garbled = await open('3');
    await cloud.faults.add({ type: 'malformed', verbs: ['watch'], count: 1 });
    await expect(garbled.next()).rejects.toThrow(SyntaxError);

    const dropped = await open('4');
    await cloud.faults.add({ type: 'drop', verbs: ['watch'], count: 1 });
    await expect(dropped.next()).rejects.toThrow();
  });

  it('goes away and comes back with what it had', async () => {
    await cloud.command('stop-api');
    await expect(portal.list(Node)).rejects.not.toBeInstanceOf(KubernetesError);
    await expect(proxied.list(Node)).rejects.not.toBeInstanceOf(
      KubernetesError,
    );
    await cloud.command('start-api');
    await expect(portal.list(Node)).resolves.toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          metadata: expect.objectContaining({ name: 'control-1' }),
        }),
      ]),
    });
    await expect(proxied.list(Node)).resolves.toBeDefined();
  }, 120_000);

  it('leaves no process behind when it is killed', async () => {
    const other = await startSandbox({ clouds: ['killed'] });
    const { pids } = other.clouds[0];
    expect(pids).toEqual({
      etcd: expect.any(Number),
      kubeApiserver: expect.any(Number),
    });
    process.kill(other.pid, 'SIGKILL');
    await untilGone(pids.etcd!);
    await untilGone(pids.kubeApiserver!);
    await other.stop();
  }, 120_000);
});
