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
import { reduceRollout } from '../../rollout/reduceRollout';
import { Rollout } from '../../rollout/types';
import { snapshotOf } from '../../snapshot';
import { cephDeployment } from '../CephDeployment';
import { miraCeph } from '../MiraCeph';
import { findKindDefinition } from '../registry';
import { KindDefinition, RawObject } from '../types';
import { ProjectedCephSpec } from '../cephSpec';

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
const folder = join(__dirname, '../__testdata__');
const kinds: Record<string, KindDefinition<any>> = {
  MiraCeph: miraCeph,
  CephDeployment: cephDeployment,
};
const examples = Object.keys(kinds).flatMap(kind =>
  readdirSync(join(folder, kind)).map(file => ({
    kind,
    name: file.replace('.yaml', ''),
  })),
);

function readExample(kind: string, name: string): Example {
  return parse(readFileSync(join(folder, kind, `${name}.yaml`), 'utf8'));
}

function read(kind: string, { looks }: Example) {
  const definition: KindDefinition<ProjectedCephSpec> = kinds[kind];
  const reader = definition.rollout!;
  let memory: JsonObject | undefined;
  return looks.map(({ now, objects }) => {
    const snapshot = snapshotOf({
      cloud: 'cloud',
      objects: objects.map(raw => findKindDefinition(raw.kind!)!.project(raw)),
    });
    const [object] = snapshot.objects(definition);
    const context = { object, snapshot, memory, now: new Date(now), delays };
    const observation = reader.observe(context);
    memory = observation.memory;
    // A look that is repeated after a crash, with the old memory or the new one, tells the same.
    expect(reader.observe(context)).toEqual(observation);
    const again = reader.observe({ ...context, memory });
    expect({ ...again, memory: undefined }).toEqual({
      ...observation,
      memory: undefined,
    });
    return {
      observation,
      nextLookAt: reader.nextLookAt!(observation, context)?.toISOString(),
    };
  });
}

describe('cephRollout', () => {
  it.each(examples)('reads $kind $name', ({ kind, name }) => {
    const example = readExample(kind, name);
    const { steps, parts, fraction, nextLookAt, ...wanted } = example.expect;
    const results = read(kind, example);
    const last = results[results.length - 1];
    const { observation } = last;
    expect({
      phase: observation.phase,
      cause: observation.cause,
      run: observation.run,
      generation: observation.generation,
      message: observation.message,
      waitingFor: observation.waitingFor?.sentence,
    }).toEqual({ message: undefined, waitingFor: undefined, ...wanted });
    expect(observation.progress.parts).toEqual(
      parts ?? observation.progress.parts,
    );
    expect(observation.progress.fraction).toBe(
      fraction ?? observation.progress.fraction,
    );
    expect(
      Object.fromEntries(observation.steps.map(({ id, state }) => [id, state])),
    ).toMatchObject(steps ?? {});
    expect(last.nextLookAt).toBe(nextLookAt ?? last.nextLookAt);
    const over = ['done', 'failed', 'gone', 'paused'].includes(wanted.phase);
    expect(over && last.nextLookAt).toBe(over ? undefined : false);
    expect(JSON.stringify(observation)).not.toContain('Planted');
  });

  it('has an example of each row for both kinds', () => {
    const namesOf = (kind: string) => readdirSync(join(folder, kind));
    expect(namesOf('MiraCeph')).toEqual(
      expect.arrayContaining(namesOf('CephDeployment')),
    );
  });

  it('keeps a change done while a healthy cluster is verified again and again', () => {
    const phases = read(
      'CephDeployment',
      readExample('CephDeployment', 'done-is-kept'),
    ).map(({ observation }) => `${observation.run} ${observation.phase}`);
    expect(phases).toEqual([
      '1 progressing',
      '1 done',
      '1 done',
      '1 done',
      '1 done',
    ]);
  });

  it('writes nothing while a healthy cluster is verified', () => {
    const memories = read('MiraCeph', readExample('MiraCeph', 'done-is-kept'))
      .slice(1)
      .map(({ observation }) => observation.memory);
    expect(memories).toHaveLength(4);
    expect(new Set(memories.map(memory => JSON.stringify(memory))).size).toBe(
      1,
    );
  });

  it('makes one rollout of each change, whatever the operator does between them', () => {
    const kind = 'CephDeployment';
    const files = ['migrated', 'done-runs-again', 'failed-and-healed'];
    const told = files.map(name => {
      const example = readExample(kind, name);
      let rollout: Rollout | undefined;
      const states: string[] = [];
      for (const [index, { observation }] of read(kind, example).entries()) {
        const reduction = reduceRollout(rollout, observation, {
          cloud: 'cloud',
          object: { kind, namespace: 'ceph-lcm-mirantis', name: 'rook-ceph' },
          uid: 'u',
          now: new Date(example.looks[index].now),
        });
        rollout = reduction.rollout!;
        const { generation, run, state } = rollout;
        const next = `${generation}.${run} ${state}`;
        if (states[states.length - 1] !== next) {
          states.push(next);
        }
        expect(reduction.ended).toBeUndefined();
      }
      return states;
    });
    expect(told).toEqual([
      ['5.1 queued', '5.1 running'],
      ['1.1 running', '1.1 done', '1.2 running'],
      ['1.1 stalled', '1.1 failed', '1.2 running', '1.2 done'],
    ]);
  });

  it('does not call gone what an incomplete snapshot lacks', () => {
    const observation = cephDeployment.rollout!.observe({
      object: undefined,
      snapshot: snapshotOf({ cloud: 'a', objects: [], complete: false }),
      memory: undefined,
      now: new Date(),
      delays,
    });
    expect(observation.phase).toBe('unknown');
    expect(observation.waitingFor?.sentence).toMatch(/read completely/);
  });
});
