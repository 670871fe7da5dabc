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
import { JsonObject } from '@backstage/types';
import {
  helmBundle,
  manifestBuilders,
  Observation,
  readHealth,
  readTopology,
  reduceRollout,
  resourceIdentities,
  Rollout,
} from '@mosk-portal/plugin-mosk-common';
import { startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import { DefaultMoskClouds } from '../DefaultMoskClouds';
import { collectingLogger } from '../testing/collectingLogger';
import { MoskCloud } from '../types';
import { isApplyError } from './ApplyError';

const { HelmBundle } = resourceIdentities;
const namespace = 'osh-system';
const builder = manifestBuilders.HelmBundle;
const delays = { settle: 0, stuck: 600_000, failing: 600_000 };
const requester = { user: 'user:default/ann' };

const release = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  namespace,
  chart: `internal/${name}`,
  version: '1.4.0',
  ...more,
});

describe('a HelmBundle', () => {
  let sandbox: TestSandbox;
  let clouds: DefaultMoskClouds;
  let cloud: MoskCloud;

  beforeAll(async () => {
    sandbox = await startSandbox({ components: ['helm'] });
    clouds = await DefaultMoskClouds.fromConfig(
      new ConfigReader(sandbox.portalConfig() as any),
      { logger: collectingLogger() },
    );
    [cloud] = clouds.list();
  }, 900_000);

  afterAll(async () => {
    await clouds?.stop();
    await sandbox?.stop();
  }, 60_000);

  const build = (name: string, releases: JsonObject[]) =>
    builder.build({
      name,
      namespace,
      repositories: [{ name: 'internal', url: 'https://charts.example.org' }],
      releases,
    });

  /** Follows the rollouts of a bundle by every snapshot, until one that fits. */
  async function follow(
    name: string,
    fits: (observation: Observation) => boolean,
  ) {
    let memory: JsonObject | undefined;
    let rollout: Rollout | undefined;
    const seen: Observation[] = [];
    await new Promise<void>(resolve => {
      let unsubscribe = () => {};
      const look = () => {
        const snapshot = cloud.snapshot();
        const object = snapshot
          .objects(helmBundle)
          .find(({ metadata }) => metadata.name === name);
        if (!object || seen.some(fits)) {
          return;
        }
        const now = new Date();
        const observation = helmBundle.rollout!.observe({
          object,
          snapshot,
          memory,
          now,
          delays,
        });
        memory = observation.memory;
        rollout = reduceRollout(rollout, observation, {
          cloud: cloud.name,
          object: { kind: 'HelmBundle', namespace, name },
          uid: object.metadata.uid,
          now,
        }).rollout;
        seen.push(observation);
        if (fits(observation)) {
          unsubscribe();
          resolve();
        }
      };
      unsubscribe = cloud.subscribe(look);
      look();
    });
    return { seen, last: seen.at(-1)!, rollout: rollout! };
  }
  const isDone = (generation: number) => (observation: Observation) =>
    observation.phase === 'done' && observation.generation === generation;

  it('is made, followed release by release, and changed', async () => {
    const proxy = release('proxy', { values: { password: 'Planted' } });
    const ui = release('ui', { requires: ['proxy'] });
    const { manifest } = build('extras', [ui, proxy]);
    expect(
      builder.check(build('extras', [ui, proxy]), {
        live: await cloud.readManifest(HelmBundle, namespace, 'extras'),
        snapshot: cloud.snapshot(),
      }),
    ).toEqual([]);
    const created = await cloud.apply({ manifest, requester });
    expect(created).toMatchObject({ operation: 'created', generation: 1 });
    const first = await follow('extras', isDone(1));
    expect(first.last).toMatchObject({
      cause: 'create',
      progress: { parts: [{ label: 'Releases ready', done: 2, total: 2 }] },
    });
    const stateOf = ({ steps }: Observation, id: string) =>
      steps.find(step => step.id === id)?.state;
    for (const observation of first.seen) {
      // What waits for another is not begun before that is ready.
      expect(
        stateOf(observation, 'ui') === 'waiting' ||
          stateOf(observation, 'proxy') === 'done',
      ).toBe(true);
    }
    expect(first.rollout.state).toBe('done');

    expect(await cloud.apply({ manifest, requester })).toMatchObject({
      operation: 'unchanged',
    });
    const live = await cloud.readManifest(HelmBundle, namespace, 'extras');
    expect(JSON.stringify([live, created])).not.toContain('Planted');
    const next = build('extras', [{ ...proxy, version: '1.5.0' }]);
    expect(builder.check(next, { live, snapshot: cloud.snapshot() })).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringContaining('Release ui'),
      }),
    ]);
    await cloud.apply({
      manifest: next.manifest,
      expectedSpecVersion: live!.specVersion,
      requester,
    });
    const second = await follow('extras', isDone(2));
    expect(second.seen.map(({ generation }) => generation)).toContain(2);
    const topology = readTopology(cloud.snapshot());
    const health = readHealth(cloud.snapshot(), topology);
    const shown = topology.components.filter(({ group }) => group === 'helm');
    expect(shown).toMatchObject([
      { id: 'helm-bundle/osh-system.extras' },
      { id: 'helm-release/osh-system.proxy', version: '1.5.0' },
      {
        id: 'helm-release/kube-system.helm-controller',
        dependsOn: ['operator/helm'],
      },
    ]);
    for (const { id } of shown) {
      expect(
        health.components.find(({ componentId }) => componentId === id),
      ).toMatchObject({ state: 'healthy' });
    }
  }, 120_000);

  it('says what fails, and that it came up', async () => {
    await sandbox.command('fail-release', {
      release: 'broken',
      message: 'chart "broken" not found, password=Planted',
    });
    const { manifest } = build('trouble', [
      release('broken'),
      release('held', { requires: ['broken'] }),
    ]);
    await cloud.apply({ manifest, requester });
    const { last } = await follow(
      'trouble',
      ({ phase }) => phase === 'retrying',
    );
    expect(last.message).toMatch(/^broken: Attempt \d+: chart "broken"/);
    expect(last.steps).toMatchObject([
      { id: 'broken', state: 'running' },
      { id: 'held', state: 'waiting', detail: 'Held back by broken' },
    ]);
    expect(JSON.stringify(last)).not.toContain('Planted');
    await sandbox.command('heal-release', ['broken']);
    const healed = await follow('trouble', isDone(1));
    expect(healed.last.run).toBe(1);
  }, 120_000);

  it('of somebody else is left alone, unless who asks for it knows', async () => {
    const { manifest } = build('managed', [release('theirs')]);
    await sandbox.clouds[0].adminClient.create(HelmBundle, manifest as any);
    const live = await cloud.readManifest(HelmBundle, namespace, 'managed');
    const wanted = build('managed', [release('theirs', { version: '2.0.0' })]);
    const [problem] = builder.check(wanted, { live });
    expect(problem).toMatchObject({ severity: 'error', path: 'metadata.name' });
    expect(problem.message).toMatch(/will be overwritten/);
    const request = {
      manifest: wanted.manifest,
      expectedSpecVersion: live!.specVersion,
      requester,
    };
    const refusalOf = async (more: object) => {
      const error = await cloud
        .apply({ ...request, ...more })
        .catch(caught => caught);
      expect(isApplyError(error)).toBe(true);
      expect(error.name).toBe('ConflictError');
      return error;
    };
    // Fields that are taken over are one thing, that the change will not last is another.
    const unasked = await refusalOf({ force: true });
    expect(unasked.failure.reason).toBe('ruled-elsewhere');
    expect(unasked.message).toMatch(/will be overwritten/);
    const owned = await refusalOf({ acknowledgeOverwrite: true });
    expect(owned.failure.reason).toBe('conflict');
    expect(owned.message).toContain('spec.releases');
    await expect(
      cloud.apply({ ...request, acknowledgeOverwrite: true, force: true }),
    ).resolves.toMatchObject({ operation: 'changed' });
  }, 60_000);
});
