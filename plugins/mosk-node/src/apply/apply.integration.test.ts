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

import { ConfigReader } from '@backstage/config';
import {
  MASK,
  RawObject,
  resourceIdentities,
} from '@mosk-portal/plugin-mosk-common';
import { startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import { isDeepStrictEqual } from 'node:util';
import { DefaultMoskClouds } from '../DefaultMoskClouds';
import { collectingLogger } from '../testing/collectingLogger';
import { ApplyRequest, MoskCloud } from '../types';
import { isApplyError } from './ApplyError';

const { OpenStackDeployment } = resourceIdentities;
const name = 'cloud';
const namespace = 'openstack';

const manifest = (spec: object = {}): RawObject => ({
  apiVersion: 'lcm.mirantis.com/v1alpha1',
  kind: 'OpenStackDeployment',
  metadata: { name, namespace },
  spec: {
    // Nothing is installed, so that nobody else writes to it.
    draft: true,
    openstack_version: 'caracal',
    preset: 'compute',
    size: 'tiny',
    public_domain_name: 'it.example',
    features: {
      services: ['instance-ha'],
      neutron: { tunnel_interface: 'ens3' },
      nova: { live_migration_interface: 'ens3' },
      stacklight: { user: { username: 'watcher', password: 'Planted' } },
    },
    ...spec,
  },
});

describe('apply', () => {
  let sandbox: TestSandbox;
  let cloud: MoskCloud;
  let throughProxy: MoskCloud;
  const all: DefaultMoskClouds[] = [];

  const failureOf = async (request: ApplyRequest, on = cloud) => {
    const error = await on.apply(request).then(
      () => undefined,
      caught => caught,
    );
    if (!isApplyError(error)) {
      throw error ?? new Error('It was not refused');
    }
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain(
      'Planted',
    );
    return { name: error.name, ...error.failure };
  };
  const live = async () =>
    (await sandbox.clouds[0].adminClient.get(
      OpenStackDeployment,
      namespace,
      name,
    )) as unknown as RawObject;
  /** The operator has handled this spec and writes no more. */
  const atRest = async () => {
    for (;;) {
      const { spec, metadata } = await live();
      const { annotations = {}, resourceVersion } = metadata;
      const handled =
        annotations['kopf.zalando.org/last-handled-configuration'];
      const busy = annotations['kopf.zalando.org/handle'];
      if (
        handled &&
        !busy &&
        isDeepStrictEqual(JSON.parse(handled).spec, spec)
      ) {
        return resourceVersion!;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  };
  const connect = async (config: any) => {
    const clouds = await DefaultMoskClouds.fromConfig(
      new ConfigReader(config),
      { logger: collectingLogger() },
    );
    all.push(clouds);
    return clouds.list()[0];
  };

  beforeAll(async () => {
    sandbox = await startSandbox();
    cloud = await connect(sandbox.portalConfig());
    throughProxy = await connect(sandbox.portalConfig({ throughProxy: true }));
  }, 900_000);

  afterEach(async () => {
    await sandbox.faults.clear();
  });

  afterAll(async () => {
    await Promise.all(all.map(clouds => clouds.stop()));
    await sandbox?.stop();
  }, 60_000);

  it('creates after a dry run that writes nothing, and sends nothing twice', async () => {
    const requester = { user: 'user:default/ann', task: 'task-1' };
    const preview = await cloud.apply({ manifest: manifest(), dryRun: true });
    expect(preview).toMatchObject({ operation: 'created', warnings: [] });
    expect(preview.diff.before).toBe('');
    expect(JSON.stringify(preview)).not.toContain('Planted');
    expect(
      await cloud.readManifest(OpenStackDeployment, namespace, name),
    ).toBeUndefined();

    const created = await cloud.apply({ manifest: manifest(), requester });
    expect(created).toMatchObject({
      operation: 'created',
      generation: 1,
      hash: preview.hash,
      object: { kind: 'OpenStackDeployment', namespace, name },
    });
    const object = await live();
    expect(object.metadata.uid).toBe(created.uid);
    expect(object.metadata.annotations).toMatchObject({
      'mosk-portal.io/requested-by': 'user:default/ann',
      'mosk-portal.io/task': 'task-1',
    });

    const before = await atRest();
    const again = await cloud.apply({
      manifest: manifest(),
      requester: { task: 'task-2' },
    });
    expect(again).toMatchObject({
      operation: 'unchanged',
      uid: created.uid,
      generation: 1,
    });
    expect((await live()).metadata.resourceVersion).toBe(before);

    const read = await cloud.readManifest(OpenStackDeployment, namespace, name);
    expect(read).toMatchObject({ uid: created.uid, generation: 1 });
    expect(read!.yaml).toContain('size: tiny');
    expect(JSON.stringify(read)).not.toMatch(/Planted|managedFields|kopf\.z/);
  }, 60_000);

  it('does not overwrite what nobody has seen', async () => {
    const failure = await failureOf({ manifest: manifest({ size: 'small' }) });
    expect(failure).toMatchObject({
      name: 'ConflictError',
      reason: 'moved-on',
    });
    expect((await live()).spec!.size).toBe('tiny');
  });

  it('keeps what it owns in an edit, secrets and all, and refuses a stale one', async () => {
    const read = await cloud.readManifest(OpenStackDeployment, namespace, name);
    const edit = {
      manifest: {
        ...manifest(),
        spec: {
          size: 'small',
          features: { stacklight: { user: { password: MASK } } },
        },
      } as RawObject,
      editedPaths: ['spec.size'],
      expectedSpecVersion: read!.specVersion,
      requester: { user: 'user:default/bob' },
    };
    const preview = await cloud.apply({ ...edit, dryRun: true });
    expect(preview.diff.changedPaths).toEqual(['spec.size']);
    // While the person reads the preview, somebody labels the object and its operator writes a status.
    const { adminClient } = sandbox.clouds[0];
    await adminClient.patch(OpenStackDeployment, namespace, name, {
      metadata: { labels: { reviewed: 'yes' } },
    });
    const changed = await cloud.apply(edit);
    expect(changed).toMatchObject({
      operation: 'changed',
      generation: 2,
      hash: preview.hash,
    });
    const object = await live();
    expect(object.spec).toEqual(manifest({ size: 'small' }).spec);
    expect(object.metadata.annotations).toMatchObject({
      'mosk-portal.io/requested-by': 'user:default/bob',
    });
    expect(object.metadata.annotations).not.toHaveProperty([
      'mosk-portal.io/task',
    ]);

    // Asked again after a restart: it is there already.
    expect(await cloud.apply(edit)).toMatchObject({ operation: 'unchanged' });
    const other = structuredClone(edit);
    other.manifest.spec!.size = 'medium';
    expect(await failureOf(other)).toMatchObject({
      name: 'ConflictError',
      reason: 'moved-on',
    });
    expect((await live()).spec!.size).toBe('small');
  }, 60_000);

  it('refuses a mask where a value must be', async () => {
    const path = 'spec.features.stacklight.user.password';
    const masked = manifest({
      features: { stacklight: { user: { password: MASK } } },
    });
    for (const request of [
      { manifest: masked },
      { manifest: masked, editedPaths: [path] },
    ]) {
      expect(await failureOf(request)).toMatchObject({
        name: 'InputError',
        reason: 'masked-value',
        fields: [{ path }],
      });
    }
  });

  it('names the fields and the manager of a conflict, and takes over only when asked', async () => {
    const { adminClient } = sandbox.clouds[0];
    await adminClient.apply(
      OpenStackDeployment,
      { metadata: { name, namespace }, spec: { size: 'tiny' } } as any,
      { fieldManager: 'gitops', force: true },
    );
    const edit = {
      manifest: manifest({ size: 'medium' }),
      editedPaths: ['spec.size'],
    };
    expect(await failureOf(edit)).toMatchObject({
      name: 'ConflictError',
      reason: 'conflict',
      httpStatus: 409,
      conflicts: [{ path: 'spec.size', manager: 'gitops' }],
    });
    const forced = await cloud.apply({ ...edit, force: true });
    expect(forced.operation).toBe('changed');
    expect((await live()).spec!.size).toBe('medium');
  }, 60_000);

  it('passes on what admission says, and that it is down', async () => {
    const edit = {
      manifest: manifest({ openstack_version: 'master' }),
      editedPaths: ['spec.openstack_version'],
    };
    const denied = await failureOf(edit);
    expect(denied).toMatchObject({ name: 'InputError', reason: 'admission' });
    expect(denied.message).toMatch(/denied the request/);
    await sandbox.command('stop-admission');
    edit.manifest.spec!.openstack_version = 'epoxy';
    expect(await failureOf(edit)).toMatchObject({
      name: 'ServiceUnavailableError',
      reason: 'admission-unavailable',
    });
    await sandbox.command('start-admission');
    expect((await live()).spec!.openstack_version).toBe('caracal');
  }, 60_000);

  it('asks nobody where the portal must not write, and tells refusals apart', async () => {
    const edit = {
      manifest: manifest({ size: 'single' }),
      editedPaths: ['spec.size'],
    };
    const config = sandbox.portalConfig({ throughProxy: true }) as any;
    const [entry] = config.mosk.clusters;
    const readOnly = await connect({
      ...config,
      mosk: { clusters: [{ ...entry, readOnly: true }] },
    });
    const counted = await sandbox.command('count-requests');
    expect(await failureOf(edit, readOnly)).toMatchObject({
      name: 'NotAllowedError',
      reason: 'read-only',
    });
    expect(await sandbox.command('count-requests')).toEqual(counted);

    const reader = await connect({
      ...config,
      mosk: {
        clusters: [{ ...entry, token: sandbox.clouds[0].portalReadOnlyToken }],
      },
    });
    expect(await failureOf(edit, reader)).toMatchObject({
      name: 'NotAllowedError',
      reason: 'forbidden',
      httpStatus: 403,
    });

    for (const [fault, reason] of [
      [{ type: 'status', status: 401 }, 'unauthorized'],
      [{ type: 'drop' }, 'unreachable'],
      [{ type: 'malformed' }, 'unreachable'],
    ] as const) {
      await sandbox.faults.add(fault);
      expect(await failureOf(edit, throughProxy)).toMatchObject({
        name: 'ServiceUnavailableError',
        reason,
      });
      await sandbox.faults.clear();
    }
    expect((await live()).spec!.size).toBe('medium');
  }, 60_000);

  it('refuses kinds and fields that it does not know', async () => {
    const secret = { ...manifest(), apiVersion: 'v1', kind: 'Secret' };
    expect(await failureOf({ manifest: secret })).toMatchObject({
      reason: 'invalid',
      fields: [{ path: 'kind' }],
    });
    const elsewhere = manifest();
    elsewhere.metadata.namespace = 'nowhere';
    expect(await failureOf({ manifest: elsewhere })).toMatchObject({
      reason: 'invalid',
      httpStatus: 404,
    });
  });

  it('reads pods and warnings', async () => {
    const { adminClient } = sandbox.clouds[0];
    const core = { group: '', version: 'v1', namespaced: true };
    await adminClient.create(
      { ...core, kind: 'Event', plural: 'events' } as any,
      {
        metadata: { name: 'warning', namespace },
        involvedObject: { kind: 'Pod', name: 'nova', namespace },
        type: 'Warning',
        reason: 'Failed',
        message: 'password=Planted',
        lastTimestamp: '2026-01-01T00:00:00Z',
      } as any,
    );
    const warnings = await cloud.readWarnings(namespace);
    expect(warnings).toContainEqual({
      reason: 'Failed',
      message: `password=${MASK}`,
      at: '2026-01-01T00:00:00Z',
      count: undefined,
      object: { kind: 'Pod', name: 'nova', namespace },
    });
    await expect(
      cloud.readPods(namespace, 'application=none'),
    ).resolves.toEqual([]);

    const pods = { ...core, kind: 'Pod', plural: 'pods' } as any;
    for (const node of ['control-1', 'control-2']) {
      await adminClient.create(pods, {
        metadata: { name: `of-${node}`, namespace: 'default' },
        spec: { nodeName: node, containers: [{ name: 'main', image: 'none' }] },
      } as any);
    }
    await expect(cloud.readPodsOnNode('control-2')).resolves.toEqual([
      expect.objectContaining({
        name: 'of-control-2',
        node: 'control-2',
        ready: false,
      }),
    ]);
  });
});
