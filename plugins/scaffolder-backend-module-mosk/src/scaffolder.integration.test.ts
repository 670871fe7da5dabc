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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { JsonObject } from '@backstage/types';
import {
  resourceIdentities,
  specVersionOf,
} from '@mosk-portal/plugin-mosk-common';
import { startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import {
  ask,
  Backend,
  endOfTask,
  readTemplate,
  startTask,
} from './__testUtils__/scaffolderTasks';
import { scaffolderModuleMosk } from './module';

const { OpenStackDeployment } = resourceIdentities;
const planted = 'PLANTED-SECRET-4711';
const namespace = 'openstack';

const names = ['openstack-cloud', 'openstack-change', 'openstack-upgrade'];
/** Waits for no more than a moment. */
const impatient = () => {
  const entity = readTemplate('openstack-change');
  entity.metadata.name = 'impatient';
  entity.spec.steps[2].input.timeout = { seconds: 1 };
  return entity;
};

describe('templates on clouds in a sandbox', () => {
  let sandbox: TestSandbox;
  let backend: Backend;
  const backends: Backend[] = [];
  const said: string[] = [];

  const start = async (mosk: object = {}, mayApply = true) => {
    const config = JSON.parse(JSON.stringify(sandbox.portalConfig()));
    Object.assign(config.mosk.clusters[0], mosk);
    const started = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleMosk,
        catalogServiceMock.factory({
          entities: [...names.map(readTemplate), impatient()],
        }),
        mockServices.rootConfig.factory({ data: config }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result:
                mayApply || permission.name !== 'mosk.resource.apply'
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            })),
          authorizeConditional: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        }).factory,
      ],
    });
    backends.push(started);
    return started;
  };
  const call = (path: string, body?: object, on = backend) =>
    ask(on, `scaffolder/v2/${path}`, { body, said });
  const begin = (
    name: string,
    values: JsonObject,
    secrets: JsonObject = {},
    on = backend,
  ) => startTask(on, name, values, { secrets, said });
  const end = (id: string, on = backend) => endOfTask(on, id, said);
  const run = async (...args: Parameters<typeof begin>) =>
    end(await begin(...args), args[3] ?? backend);
  const live = (): Promise<any> =>
    sandbox.clouds[0].adminClient.get(
      OpenStackDeployment,
      namespace,
      'cloud-one',
    );
  const values = (more: JsonObject = {}): JsonObject => ({
    cloud: sandbox.clouds[0].name,
    name: 'cloud-one',
    openstackRelease: 'caracal',
    preset: 'compute',
    size: 'tiny',
    publicDomainName: 'it.just.works',
    neutron: {
      tunnelInterface: 'ens3',
      externalNetworks: [
        {
          physnet: 'physnet1',
          interface: 'veth-phy',
          bridge: 'br-ex',
          networkTypes: ['flat'],
        },
      ],
    },
    nova: { liveMigrationInterface: 'ens3', imagesBackend: 'qcow2' },
    ssl: { secretName: 'hidden' },
    preview: {},
    ...more,
  });
  const change = async (
    set: JsonObject,
    preview = {},
  ): Promise<JsonObject> => ({
    deployment: {
      cloud: sandbox.clouds[0].name,
      namespace,
      name: 'cloud-one',
    },
    changes: {
      set,
      remove: [],
      specVersion: specVersionOf((await live()).metadata),
    },
    preview,
  });

  const dryRun = async (name: string, filled: JsonObject, secrets = {}) => {
    const answer = await call('dry-run', {
      template: readTemplate(name),
      values: filled,
      secrets,
      directoryContents: [],
    });
    const log: string = answer.log
      .map(({ body }: any) => `${body.stepId ?? ''} ${body.message}`)
      .join('\n');
    const files: string = answer.directoryContents
      .map(({ base64Content }: any) =>
        Buffer.from(base64Content, 'base64').toString(),
      )
      .join('\n');
    // What is in base64 would not be found in the answer itself.
    said.push(files);
    return { log, files, output: answer.output };
  };
  /** What a refused change must leave as it is. */
  const wish = async () => {
    const { metadata, spec } = await live();
    return { generation: metadata.generation, spec };
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ timeScale: 0.05 });
    backend = await start();
  }, 900_000);

  afterAll(async () => {
    await Promise.all(backends.map(one => one.stop()));
    await sandbox?.stop();
  }, 60_000);

  it('tries to create a cloud in a dry run, which makes none and tells no secret', async () => {
    const { log, files, output } = await dryRun(
      'openstack-cloud',
      values({ secretValues: '******' }),
      {
        secretValues: `services: {compute: {nova: {values: {note: ${planted}}}}}`,
      },
    );
    expect(log).toContain('would be created');
    expect(log).toContain('A dry run does not wait');
    expect(log).not.toContain('Watch the rollout');
    expect(files).toContain('kind: OpenStackDeployment');
    expect(output.text[0].content).toContain('openstack_version: caracal');
    const all = await sandbox.clouds[0].adminClient.list(
      OpenStackDeployment,
      namespace,
    );
    expect(all.items).toEqual([]);
    expect(said.filter(text => text.includes(planted))).toEqual([]);

    await expect(
      dryRun('openstack-cloud', values({ size: 'huge' })),
    ).rejects.toThrow(/size/);
  }, 180_000);

  it('creates a cloud and waits for it, and lets no secret out', async () => {
    // As the form does: stars in the values, and the secret beside them.
    const filled = values({ secretValues: '******' });
    const lost = await run('openstack-cloud', filled);
    expect(lost).toMatchObject({ status: 'failed' });
    expect(lost.log).toContain('start the template anew');
    const created = await run('openstack-cloud', filled, {
      secretValues: `services: {compute: {nova: {values: {conf: {password: ${planted}}}}}}`,
    });
    expect(created).toMatchObject({ status: 'completed' });
    expect(created.log).toContain('is rolled out');
    expect(created.output.links).toContainEqual(
      expect.objectContaining({
        entityRef: `resource:default/${sandbox.clouds[0].name}-openstack-deployment-cloud-one`,
      }),
    );
    expect(JSON.stringify((await live()).spec)).toContain(planted);
    expect(said.filter(text => text.includes(planted))).toEqual([]);
  }, 180_000);

  it('tries to change and to upgrade a cloud in a dry run, which touches nothing', async () => {
    const before = await live();
    const changed = await dryRun(
      'openstack-change',
      {
        ...(await change({ 'spec.size': 'small' })),
        secretValues: '******',
      },
      {
        secretValues: `services: {compute: {nova: {values: {conf: {password: ${planted}-2}}}}}`,
      },
    );
    expect(changed.log).toContain('would be changed');
    expect(changed.output.text[0].content).toContain('size: small');
    const { deployment, preview } = await change({});
    const upgraded = await dryRun('openstack-upgrade', {
      deployment,
      preview,
      upgrade: { release: 'epoxy' },
    });
    expect(upgraded.log).toContain('would be changed');
    expect(upgraded.output.text[0].content).toContain(
      'openstack_version: epoxy',
    );
    expect(await live()).toEqual(before);
    expect(said.filter(text => text.includes(planted))).toEqual([]);
  }, 180_000);

  it('sends nothing that is there already, and does not wait for it', async () => {
    const before = await live();
    const again = await run(
      'openstack-change',
      await change({ 'spec.size': 'tiny' }),
    );
    expect(again.log).toContain('nothing was sent');
    expect(again.log).toContain('there is nothing to wait for');
    expect((await live()).metadata.generation).toBe(before.metadata.generation);
  }, 180_000);

  it('says why it must not write: conflict, admission, read-only, permission', async () => {
    await sandbox.clouds[0].adminClient.apply(
      OpenStackDeployment,
      {
        metadata: { name: 'cloud-one', namespace },
        spec: { region_name: 'RegionTwo' },
      } as any,
      { fieldManager: 'gitops', force: true },
    );
    const conflict = await run(
      'openstack-change',
      await change({ 'spec.region_name': 'RegionOne' }),
    );
    expect(conflict).toMatchObject({ status: 'failed' });
    expect(conflict.log).toContain('spec.region_name: is owned by gitops');

    const refused = await run(
      'openstack-change',
      await change({ 'spec.preset': 'no-such-preset' }),
    );
    expect(refused).toMatchObject({ status: 'failed' });
    expect(refused.log).toContain('spec.preset');

    const readOnly = await start({ readOnly: true });
    const more = await change({ 'spec.size': 'small' });
    const unwritten = await run('openstack-change', more, {}, readOnly);
    expect(unwritten.log).toMatch(/may not write to cloud .*readOnly/);
    const denied = await start({}, false);
    const forbidden = await run('openstack-change', more, {}, denied);
    expect(forbidden.log).toContain('ask for the permission mosk.resource');
    expect((await live()).spec.size).toBe('tiny');
  }, 180_000);

  it('ends with the words of the API server when admission refuses, and changes nothing', async () => {
    const before = await wish();
    const untitled = { name: 'dark', url: 'https://themes.example.org/dark' };
    const denied = await run(
      'openstack-change',
      await change({
        'spec.features.horizon.themes': [
          { ...untitled, sha256summ: 'abc', description: '' },
        ],
      }),
    );
    expect(denied).toMatchObject({ status: 'failed' });
    expect(denied.log).toContain('create Finished step');
    expect(denied.log).toMatch(
      /apply .*admission webhook "rockoon-admission\.osh-system\.svc" denied the request: theme dark .* needs description/,
    );
    expect(await wish()).toEqual(before);

    await sandbox.command('stop-admission');
    const unheard = await run(
      'openstack-change',
      await change({ 'spec.size': 'small' }),
    );
    await sandbox.command('start-admission');
    expect(unheard).toMatchObject({ status: 'failed' });
    expect(unheard.log).toMatch(/apply .*failed calling webhook/);
    expect(unheard.log).toContain('Bring it back');
    expect(await wish()).toEqual(before);
  }, 180_000);

  it('applies nothing but what was previewed, over nothing but what it was previewed for', async () => {
    const before = await wish();
    const other = await run(
      'openstack-change',
      await change({ 'spec.size': 'small' }, { hash: 'of-another-change' }),
    );
    expect(other).toMatchObject({ status: 'failed' });
    expect(other.log).toContain('is not what the preview showed');
    expect(other.log).toContain('look at the new preview');

    // As previewed before the last change of the spec.
    const { uid, generation } = (await live()).metadata;
    const specVersion = specVersionOf({ uid, generation: generation! - 1 });
    const late = await run(
      'openstack-change',
      await change({ 'spec.size': 'small' }, { specVersion }),
    );
    expect(late).toMatchObject({ status: 'failed' });
    expect(late.log).toContain('The object changed since the preview');
    expect(await wish()).toEqual(before);
  }, 180_000);

  it('ends with the cause when a service fails, and when the time is over', async () => {
    await sandbox.command('stall-service', { service: 'image' });
    const late = await run('impatient', await change({ 'spec.size': 'small' }));
    expect(late).toMatchObject({ status: 'failed' });
    expect(late.log).toMatch(/was not done in time.*use Retry/);
    await sandbox.command('heal-service', { service: 'image' });
    await sandbox.command('fail-service', { service: 'image' });
    const failed = await run(
      'openstack-change',
      await change({ 'spec.size': 'medium' }),
    );
    expect(failed).toMatchObject({ status: 'failed' });
    expect(failed.log).toMatch(/The rollout of .* failed: .*Mend the cause/);
    await sandbox.command('heal-service', { service: 'image' });
  }, 180_000);

  it('stops to wait when it is cancelled', async () => {
    const id = await begin(
      'openstack-change',
      await change({ 'spec.size': 'tiny' }),
    );
    for (;;) {
      const events = await call(`tasks/${id}/events`);
      if (events.some(({ body }: any) => body.stepId === 'wait')) {
        break;
      }
    }
    await call(`tasks/${id}/cancel`, {});
    expect((await end(id)).status).toMatch(/cancelled|failed/);
    expect((await live()).spec.size).toBe('tiny');
  }, 180_000);
});
