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

import { JsonObject } from '@backstage/types';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { snapshotOf } from '../../snapshot';
import { helmBundle } from '../HelmBundle';
import { findKindDefinition } from '../registry';
import { RawObject } from '../types';

interface Example {
  /** What the reader sees, one after the other; the last is what is expected. */
  looks: Array<{ now: string; objects: RawObject[] }>;
  expect: {
    phase: string;
    cause: string;
    run: number;
    generation: number;
    fraction?: number;
    parts?: JsonObject[];
    waitingFor?: string;
    message?: string;
    steps?: Record<string, string>;
    nextLookAt?: string;
  };
}

const delays = { settle: 60_000, stuck: 1_200_000, failing: 900_000 };
const folder = join(__dirname, '../__testdata__/HelmBundle');
const names = readdirSync(folder).map(file => file.replace('.yaml', ''));
const reader = helmBundle.rollout!;

function readExample(name: string): Example {
  return parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
}

function read({ looks }: Example) {
  let memory: JsonObject | undefined;
  return looks.map(({ now, objects }) => {
    const snapshot = snapshotOf({
      cloud: 'cloud',
      objects: objects.map(raw => findKindDefinition(raw.kind!)!.project(raw)),
    });
    const [object] = snapshot.objects(helmBundle);
    const context = { object, snapshot, memory, now: new Date(now), delays };
    const observation = reader.observe(context);
    memory = observation.memory;
    // A look that is repeated after a crash, with the old memory or the new one, tells the same.
    expect(reader.observe(context)).toEqual(observation);
    expect(reader.observe({ ...context, memory })).toEqual(observation);
    return {
      observation,
      nextLookAt: reader.nextLookAt!(observation, context)?.toISOString(),
    };
  });
}

describe('helmBundleRollout', () => {
  it.each(names)('reads %s', name => {
    const example = readExample(name);
    const { steps, parts, fraction, nextLookAt, ...wanted } = example.expect;
    const results = read(example);
    const { observation, nextLookAt: next } = results[results.length - 1];
    expect({
      phase: observation.phase,
      cause: observation.cause,
      run: observation.run,
      generation: observation.generation,
      message: observation.message,
      waitingFor: observation.waitingFor?.sentence,
    }).toEqual({ message: undefined, waitingFor: undefined, ...wanted });
    expect(observation.progress).toMatchObject({
      ...(parts && { parts }),
      ...(fraction !== undefined && { fraction }),
    });
    expect(
      Object.fromEntries(observation.steps.map(({ id, state }) => [id, state])),
    ).toMatchObject(steps ?? {});
    expect(next).toBe(nextLookAt ?? next);
    const over = ['done', 'failed', 'gone', 'unknown'].includes(wanted.phase);
    expect(over && next).toBe(over ? undefined : false);
    expect(JSON.stringify(observation)).not.toContain('Planted');
  });

  it('does not call gone what an incomplete snapshot lacks', () => {
    const observation = reader.observe({
      object: undefined,
      snapshot: snapshotOf({ cloud: 'a', objects: [], complete: false }),
      memory: undefined,
      now: new Date(),
      delays,
    });
    expect(observation.phase).toBe('unknown');
    expect(observation.waitingFor?.sentence).toMatch(/read completely/);
  });

  it('names what a release is held back by, and its component', () => {
    const [{ observation }] = read(readExample('held-back'));
    expect(observation.steps[1]).toEqual({
      id: 'ui',
      title: 'ui',
      state: 'waiting',
      detail: 'Held back by proxy',
      componentId: 'helm-release/osh-system.ui',
    });
  });
});

describe('helmBundle', () => {
  const fields = (manager: string) => ({
    manager,
    operation: 'Apply',
    fieldsV1: { 'f:spec': {} },
  });

  it.each<[string, Partial<RawObject['metadata']>, string | undefined]>([
    ['the portal', { managedFields: [fields('mosk-portal')] }, undefined],
    [
      'the portal, and was edited by hand',
      {
        managedFields: [fields('kubectl-edit')],
        annotations: { 'mosk-portal.io/requested-by': 'user:default/ann' },
      },
      undefined,
    ],
    [
      'a person without the portal',
      { managedFields: [fields('kubectl')] },
      'was made by kubectl, not by the portal',
    ],
    [
      'another program beside the portal',
      { managedFields: [fields('mosk-portal'), fields('lcm-controller')] },
      'is written by lcm-controller',
    ],
    [
      'a cluster of the management plane',
      {
        managedFields: [fields('mosk-portal')],
        ownerReferences: [
          { apiVersion: 'x/v1', kind: 'Cluster', name: 'mosk', uid: '1' },
        ],
      },
      'belongs to Cluster mosk',
    ],
    [
      'the management plane, by a label',
      { labels: { 'kaas.mirantis.com/provider': 'x' } },
      'carries kaas.mirantis.com/provider',
    ],
    ['nobody that is told', {}, 'was made by somebody else, not by the portal'],
  ])('tells whose it is when it was made by %s', (_who, metadata, ownedBy) => {
    const projected = helmBundle.project({
      metadata: { name: 'extras', namespace: 'osh-system', ...metadata },
    });
    expect(projected.ownedBy).toBe(ownedBy);
  });

  it('keeps nothing secret, and survives whatever an operator may write', () => {
    const projected = helmBundle.project({
      metadata: { name: 'extras', namespace: 'osh-system' },
      spec: {
        repositories: [
          { name: 'r', url: 'https://me:Planted@x', authSecret: 'a' },
        ],
        releases: [
          {
            name: 'proxy',
            namespace: 'a',
            chartURL: 'https://me:Planted@x/y.tgz',
            values: { adminPassword: 'Planted', nested: { plain: 'Planted' } },
          },
          'wrong',
          null,
        ],
      },
      status: {
        releaseStatuses: {
          proxy: {
            notes: 'Planted',
            message: 'token=Planted',
            status: 'FAILED',
          },
          other: 'wrong',
        },
      },
    });
    expect(JSON.stringify(projected)).not.toContain('Planted');
    expect(projected.releases).toHaveLength(1);
    expect(projected.status.releases.proxy.status).toBe('failed');
    const strange: any[] = [null, [], 'text', { releaseStatuses: [] }];
    for (const status of strange) {
      expect(
        helmBundle.project({ metadata: { name: 'x' }, status }).status.releases,
      ).toEqual({});
    }
  });
});
