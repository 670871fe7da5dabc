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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import {
  CloudSnapshot,
  findKindDefinition,
  openStackDeployment,
  snapshotOf,
} from '@mosk-portal/plugin-mosk-common';
import {
  ApplyRequest,
  ApplyResult,
  createApplyError,
  MoskCloud,
  MoskClouds,
} from '@mosk-portal/plugin-mosk-node';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createApplyAction } from './createApplyAction';
import { createCephExamples } from './createCephAction.examples';
import { createCephAction } from './createCephAction';
import { createHelmBundleAction } from './createHelmBundleAction';
import { createOpenStackDeploymentAction } from './createOpenStackDeploymentAction';
import { createRolloutWaitAction } from './createRolloutWaitAction';

const workspaces = mkdtempSync(join(tmpdir(), 'mosk-actions-'));
afterAll(() => rmSync(workspaces, { recursive: true, force: true }));

const manifest = {
  apiVersion: 'lcm.mirantis.com/v1alpha1',
  kind: 'OpenStackDeployment',
  metadata: { name: 'cloud-one', namespace: 'openstack' },
  spec: { size: 'tiny' },
};
/** The page of a rollout, as the task log names it. */
const addressed =
  /https:\/\/portal\.example\.org\/base\/mosk\/rollouts\/[\da-f-]{36}$/;
const input = {
  cloud: 'one',
  name: 'cloud-one',
  openstackRelease: 'caracal',
  preset: 'compute',
  size: 'tiny',
  publicDomainName: 'cloud.example.org',
  neutron: { tunnelInterface: 'bond0.31' },
  nova: { liveMigrationInterface: 'bond0.32' },
};

function setUp(options: { readOnly?: boolean; denied?: boolean } = {}) {
  const sent: ApplyRequest[] = [];
  const listeners = new Set<() => void>();
  let objects: unknown[] = [];
  const result: ApplyResult = {
    operation: 'created',
    object: { kind: 'OpenStackDeployment', name: 'cloud-one' },
    uid: 'u',
    generation: 1,
    warnings: [],
    diff: { before: '', after: '', changedPaths: [], hiddenOnly: false },
    sentYaml: 'size: tiny\n',
    hash: 'right',
  };
  const apply = jest.fn(async (request: ApplyRequest) => {
    sent.push(request);
    return result;
  });
  const cloud: Partial<MoskCloud> = {
    name: 'one',
    title: 'One',
    links: [],
    readOnly: options.readOnly ? { reason: 'no token of our own' } : undefined,
    apply,
    readManifest: async () => undefined,
    subscribe: (listener: any) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () =>
      ({
        connection: { state: 'live', since: '' },
        complete: true,
        missing: [],
        discovered: ['OpenStackDeployment', 'OpenStackDeploymentStatus'],
        objects: (kind: unknown) =>
          kind === openStackDeployment ? objects : [],
      } as unknown as CloudSnapshot),
  };
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const actionOptions = {
    clouds: { get: () => cloud, list: () => [cloud] } as unknown as MoskClouds,
    permissions: mockServices.permissions.mock({
      authorize: async () => [
        {
          result: options.denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        },
      ],
    }),
    auditor,
    delays: { settle: 0, stuck: 1e9, failing: 1e9 },
    portalUrl: 'https://portal.example.org/base/',
  };
  // The mock leaves out what it does not know, such as the signal.
  const context = (values: JsonObject, more: object = {}) =>
    Object.assign(
      createMockActionContext({
        input: values,
        workspacePath: mkdtempSync(join(workspaces, 'task-')),
      }),
      {
        user: { ref: 'user:default/ann' },
        getInitiatorCredentials: async () => mockCredentials.user(),
        ...more,
      },
    ) as any;
  return {
    actionOptions,
    cloud,
    apply,
    auditor,
    context,
    event,
    listeners,
    result,
    sent,
    change(next: unknown[]) {
      objects = next;
      listeners.forEach(listener => listener());
    },
  };
}

describe('actions', () => {
  it('describe their input without references, which the scaffolder cannot follow', () => {
    const { actionOptions } = setUp();
    for (const action of [
      createOpenStackDeploymentAction(actionOptions),
      createHelmBundleAction(actionOptions),
      createCephAction(actionOptions),
      createApplyAction(actionOptions),
      createRolloutWaitAction(actionOptions),
    ]) {
      const schema = JSON.stringify(action.schema?.input);
      expect(schema).toContain('"cloud":');
      expect(schema).not.toContain('"$ref"');
    }
  });
});

describe('mosk:miraceph:create', () => {
  it('makes the kind that the cloud has, and says what the operator would refuse', async () => {
    const { actionOptions, context, cloud } = setUp();
    const [{ input: ceph }] = parse(createCephExamples[0].example).steps;
    const newer = snapshotOf({
      cloud: 'one',
      discovered: ['CephDeployment', 'CephDeploymentHealth'],
      objects: [
        findKindDefinition('CephDeployment')!.project({
          metadata: { name: 'rook-ceph', namespace: 'ceph-lcm-mirantis' },
        }),
      ],
    });
    cloud.snapshot = () => newer;
    const ctx = context(ceph);
    await createCephAction(actionOptions).handler(ctx);
    const file = readFileSync(
      join(ctx.workspacePath, 'rook-ceph.yaml'),
      'utf8',
    );
    expect(parse(file)).toMatchObject({
      kind: 'CephDeployment',
      spec: {
        blockStorage: { pools: [{ name: 'kubernetes' }, {}, {}, {}, {}] },
      },
    });
    expect(ctx.output).toHaveBeenCalledWith('kind', 'CephDeployment');
    await expect(
      createCephAction(actionOptions).handler(
        context({ ...ceph, nodes: ceph.nodes.slice(2) }),
      ),
    ).rejects.toThrow(/The CephDeployment rook-ceph cannot be applied.*mgr/s);
  });
});

describe('mosk:openstackdeployment:create', () => {
  it('writes a manifest without the secrets of the run and tells its place', async () => {
    const { actionOptions, context } = setUp();
    const ctx = context(
      { ...input, secretSpec: 'secretValues' },
      {
        secrets: {
          secretValues:
            'services: {compute: {nova: {values: {password: hunter2}}}}',
        },
      },
    );
    await createOpenStackDeploymentAction(actionOptions).handler(ctx);
    const file = readFileSync(
      join(ctx.workspacePath, 'cloud-one.yaml'),
      'utf8',
    );
    expect(file).toContain('openstack_version: caracal');
    expect(file).not.toContain('hunter2');
    expect(JSON.stringify(ctx.output.mock.calls)).not.toContain('hunter2');
    expect(ctx.output).toHaveBeenCalledWith('manifestPath', 'cloud-one.yaml');
  });

  it('does not build without the secret that it was given', async () => {
    const { actionOptions, context } = setUp();
    const action = createOpenStackDeploymentAction(actionOptions);
    // Retry brings the person's credentials only.
    const retried = { secrets: { backstageToken: 'token' } };
    await expect(
      action.handler(context({ ...input, secretSpec: 'values' }, retried)),
    ).rejects.toThrow(/secret "values" .* start the template anew/);
    const empty = context(
      { ...input, secretSpec: 'values' },
      { secrets: { values: ' ' } },
    );
    await action.handler(empty);
    expect(empty.output).toHaveBeenCalledWith('name', 'cloud-one');
    const unnamed = context({ ...input, secretSpec: '' }, retried);
    await action.handler(unnamed);
    expect(unnamed.output).toHaveBeenCalledWith('name', 'cloud-one');
  });

  it('tells every problem by its field, and refuses who may not apply', async () => {
    const { actionOptions, context } = setUp();
    const wrong = {
      ...input,
      size: 'huge',
      spec: { features: { stacklight: { user: { password: 'hunter2' } } } },
    };
    const error = await createOpenStackDeploymentAction(actionOptions)
      .handler(context(wrong))
      .catch(reason => reason);
    expect(error.name).toBe('InputError');
    expect(error.message).toContain('spec.size: Must be one of');
    expect(error.message).toContain('spec.features.stacklight.user.password');
    expect(error.message).toContain('kubectl -n openstack create secret');
    expect(error.message).not.toContain('hunter2');

    const denied = setUp({ denied: true });
    await expect(
      createOpenStackDeploymentAction(denied.actionOptions).handler(
        denied.context(input),
      ),
    ).rejects.toThrow(/ask for the permission mosk.resource.apply/);
  });
});

describe('mosk:helmbundle:create', () => {
  const proxy = {
    name: 'proxy',
    namespace: 'osh-system',
    chart: 'proxy',
    version: '1.4.0',
    values: 'replicas: 2\n',
  };
  const bundle = {
    cloud: 'one',
    name: 'extras',
    namespace: 'osh-system',
    releases: [proxy],
  };
  const marks = { names: [], managers: ['lcm-controller'], owners: [] };
  const live = (spec = {}) =>
    ({ uid: 'u', resourceVersion: '1', yaml: '', spec, marks } as any);

  it('writes the bundle, whose secret values are laid over it when it is applied', async () => {
    const { actionOptions, context, sent } = setUp();
    const secrets = {
      secretValues: 'releases: [{name: proxy, values: {password: hunter2}}]',
    };
    const ctx = context({ ...bundle, secretSpec: 'secretValues' }, { secrets });
    await createHelmBundleAction(actionOptions).handler(ctx);
    const file = readFileSync(join(ctx.workspacePath, 'extras.yaml'), 'utf8');
    expect(file).toContain('kind: HelmBundle');
    expect(file).toContain('replicas: 2');
    const outputs = JSON.stringify(ctx.output.mock.calls);
    expect(outputs).toContain('"kind","HelmBundle"');
    expect(file + outputs).not.toContain('hunter2');
    // Values are hidden where they are shown, secret or not.
    expect(outputs).not.toContain('replicas: 2');

    await createApplyAction(actionOptions).handler(
      context(
        { cloud: 'one', manifest: parse(file), secretSpec: 'secretValues' },
        { secrets },
      ),
    );
    expect(sent[0].manifest.spec).toEqual({
      releases: [{ ...proxy, values: { replicas: 2, password: 'hunter2' } }],
    });
  });

  it('changes a bundle of somebody else only for who knows that it is overwritten', async () => {
    const { actionOptions, context, cloud } = setUp();
    cloud.readManifest = async () => live();
    const action = createHelmBundleAction(actionOptions);
    await expect(action.handler(context(bundle))).rejects.toThrow(
      /metadata.name: .*is written by lcm-controller.*will be overwritten/,
    );
    const logger = mockServices.logger.mock();
    await action.handler(
      context({ ...bundle, acknowledgeOverwrite: true }, { logger }),
    );
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('will be overwritten'),
    );
  });
});

describe('mosk:apply', () => {
  it('tries, holds it against the preview, applies once, and says so to the auditor', async () => {
    const { actionOptions, auditor, context, event, sent } = setUp();
    const logger = mockServices.logger.mock();
    const ctx = context(
      { cloud: 'one', manifest, previewHash: 'right' },
      { logger },
    );
    await createApplyAction(actionOptions).handler(ctx);
    expect(sent.map(({ dryRun }) => dryRun)).toEqual([true, false]);
    expect(sent[1].requester).toMatchObject({ user: 'user:default/ann' });
    expect(ctx.output).toHaveBeenCalledWith('operation', 'created');
    expect(ctx.output).toHaveBeenCalledWith(
      'entityRef',
      'resource:default/one-openstack-deployment-cloud-one',
    );
    expect(ctx.output).toHaveBeenCalledWith(
      'rolloutLink',
      expect.stringMatching(/^\/mosk\/rollouts\/[\da-f-]{36}$/),
    );
    expect(logger.info).toHaveBeenCalledWith(expect.stringMatching(addressed));
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'mosk-apply',
        meta: expect.objectContaining({ user: 'user:default/ann' }),
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  it('sends nothing that was not previewed, and nothing in a dry run', async () => {
    const { actionOptions, context, event, sent } = setUp();
    const action = createApplyAction(actionOptions);
    await expect(
      action.handler(context({ cloud: 'one', manifest, previewHash: 'other' })),
    ).rejects.toThrow(/not what the preview showed/);
    expect(event.fail).toHaveBeenCalledTimes(1);
    const logger = mockServices.logger.mock();
    await action.handler(
      context({ cloud: 'one', manifest }, { isDryRun: true, logger }),
    );
    expect(logger.info).not.toHaveBeenCalledWith(
      expect.stringMatching(addressed),
    );
    expect(sent.map(({ dryRun }) => dryRun)).toEqual([true, true]);
  });

  it('tells conflicts by field, and refuses masks and read-only clouds', async () => {
    const { actionOptions, apply, context } = setUp();
    apply.mockRejectedValueOnce(
      createApplyError({
        reason: 'conflict',
        message: 'Apply failed',
        conflicts: [{ path: 'spec.size', manager: 'kubectl-edit' }],
      }),
    );
    const action = createApplyAction(actionOptions);
    await expect(
      action.handler(context({ cloud: 'one', manifest })),
    ).rejects.toThrow(/spec.size: is owned by kubectl-edit/);
    const masked = { ...manifest, spec: { region_name: '••••••••' } };
    await expect(
      action.handler(context({ cloud: 'one', manifest: masked })),
    ).rejects.toThrow(/redacted at spec.region_name/);
  });

  it.each([
    ['a read-only cloud', { readOnly: true }, {}, /no token of our own/],
    ['who may not', { denied: true }, {}, /ask for the permission/],
    [
      'an unsupported kind',
      {},
      { manifest: { ...manifest, kind: 'Pod' } },
      /does not apply objects of kind Pod/,
    ],
    [
      'a lost secret',
      {},
      { secretSpec: 'secretValues' },
      /start the template anew/,
    ],
  ])(
    'refuses %s, sends nothing, and says so to the auditor',
    async (_, options, more, message) => {
      const { actionOptions, auditor, context, event, sent } = setUp(options);
      await expect(
        createApplyAction(actionOptions).handler(
          context({ cloud: 'one', manifest, ...more }),
        ),
      ).rejects.toThrow(message);
      expect(sent).toEqual([]);
      expect(auditor.createEvent).toHaveBeenCalledTimes(1);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          meta: expect.objectContaining({
            cloud: 'one',
            name: 'cloud-one',
            user: 'user:default/ann',
          }),
        }),
      );
      expect(event.fail).toHaveBeenCalledTimes(1);
      expect(event.fail).toHaveBeenCalledWith({
        error: expect.objectContaining({
          message: expect.stringMatching(message),
        }),
      });
      expect(event.success).not.toHaveBeenCalled();
    },
  );

  it('closes the event once, also when the auditor fails at that', async () => {
    const { actionOptions, context, event } = setUp();
    event.success.mockRejectedValueOnce(new Error('no audit log'));
    await expect(
      createApplyAction(actionOptions).handler(
        context({ cloud: 'one', manifest }),
      ),
    ).rejects.toThrow('no audit log');
    expect(event.fail).not.toHaveBeenCalled();
  });
});

describe('mosk:rollout:wait', () => {
  const values = {
    cloud: 'one',
    kind: 'OpenStackDeployment',
    namespace: 'openstack',
    name: 'cloud-one',
    uid: 'u',
    generation: 1,
  };
  const object = (generation: number, draft = false) => ({
    kind: 'OpenStackDeployment',
    metadata: {
      uid: 'u',
      name: 'cloud-one',
      namespace: 'openstack',
      resourceVersion: '1',
      generation,
      labels: {},
    },
    spec: {},
    draft,
    status: {},
    handling: { handledSpec: 'unknown' },
    author: {},
  });

  it('ends at once when nothing changed', async () => {
    const { actionOptions, context } = setUp();
    const ctx = context({ ...values, operation: 'unchanged' });
    await createRolloutWaitAction(actionOptions).handler(ctx);
    expect(ctx.output).toHaveBeenCalledWith('state', 'unchanged');
  });

  it('waits for the object to be seen, and ends with it', async () => {
    const cloud = setUp();
    const logger = mockServices.logger.mock();
    const ctx = cloud.context(values, { logger });
    const waiting = createRolloutWaitAction(cloud.actionOptions).handler(ctx);
    await new Promise(resolve => setImmediate(resolve));
    expect(logger.info).toHaveBeenCalledWith(expect.stringMatching(addressed));
    cloud.change([object(1, true)]);
    await waiting;
    expect(ctx.output).toHaveBeenCalledWith('state', 'drafted');
    expect(cloud.listeners.size).toBe(0);
  });

  it.each([
    ['overtaken', [object(2)], /overtaken/],
    ['deleted', [], /deleted/],
  ])('says when it was %s', async (_state, next, message) => {
    const cloud = setUp();
    cloud.change([object(1)]);
    const waiting = createRolloutWaitAction(cloud.actionOptions)
      .handler(cloud.context(values))
      .catch(error => error);
    await new Promise(resolve => setImmediate(resolve));
    await new Promise(resolve => setImmediate(resolve));
    cloud.change(next);
    expect((await waiting).message).toMatch(message);
  });

  it('ends when it is cancelled and when its time is over', async () => {
    const cloud = setUp();
    const action = createRolloutWaitAction(cloud.actionOptions);
    const abort = new AbortController();
    const waiting = action.handler(
      cloud.context(values, { signal: abort.signal }),
    );
    abort.abort();
    await expect(waiting).rejects.toThrow(/cancelled/);
    await expect(
      action.handler(cloud.context({ ...values, timeout: { seconds: 0 } })),
    ).rejects.toThrow(/use Retry/);
    expect(cloud.listeners.size).toBe(0);
  });
});
