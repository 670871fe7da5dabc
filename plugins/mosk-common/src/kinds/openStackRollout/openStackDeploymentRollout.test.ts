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
import { openStackDeployment } from '../OpenStackDeployment';
import { findKindDefinition } from '../registry';
import { RawObject } from '../types';

interface Example {
  /** What the reader sees, one after the other; the last is what is expected. */
  looks: Array<{ now: string; objects: RawObject[] }>;
  expect: {
    phase: string;
    cause: string;
    run: number;
    fraction?: number;
    parts?: JsonObject[];
    note?: string;
    waitingFor?: string;
    message?: string;
    steps?: Record<string, string>;
    nextLookAt?: string;
  };
}

const folder = join(__dirname, '../__testdata__/OpenStackDeployment');
const delays = { settle: 60_000, stuck: 1_200_000, failing: 900_000 };
const reader = openStackDeployment.rollout!;

function read({ looks }: Example) {
  let memory: JsonObject | undefined;
  let result: ReturnType<typeof observe> | undefined;
  function observe({ now, objects }: Example['looks'][number]) {
    const snapshot = snapshotOf({
      cloud: 'cloud',
      objects: objects.map(raw => findKindDefinition(raw.kind!)!.project(raw)),
    });
    const [object] = snapshot.objects(openStackDeployment);
    const context = { object, snapshot, memory, now: new Date(now), delays };
    const observation = reader.observe(context);
    expect(reader.observe(context)).toEqual(observation);
    expect(
      reader.observe({ ...context, memory: observation.memory }).phase,
    ).toBe(observation.phase);
    return {
      observation,
      nextLookAt: reader.nextLookAt!(observation, context),
      generation: object?.metadata.generation,
    };
  }
  for (const look of looks) {
    result = observe(look);
    memory = result.observation.memory;
  }
  return result!;
}

describe('openStackDeploymentRollout', () => {
  const names = readdirSync(folder).map(file => file.replace('.yaml', ''));

  it.each(names)('reads %s', name => {
    const example: Example = parse(
      readFileSync(join(folder, `${name}.yaml`), 'utf8'),
    );
    const { expect: wanted } = example;
    const { observation, nextLookAt, generation } = read(example);
    const { phase, cause, run, message, waitingFor } = observation;
    expect({
      phase,
      cause,
      run,
      message,
      waitingFor: waitingFor?.sentence,
      note: observation.progress.note,
    }).toEqual({
      phase: wanted.phase,
      cause: wanted.cause,
      run: wanted.run,
      message: wanted.message,
      waitingFor: wanted.waitingFor,
      note: wanted.note,
    });
    expect(observation.generation).toBe(generation ?? observation.generation);
    // Files state a fraction with all its digits, or none at all.
    expect(observation.progress.fraction?.toFixed(6)).toBe(
      wanted.fraction?.toFixed(6),
    );
    expect(observation.progress.parts).toEqual(
      wanted.parts ?? observation.progress.parts,
    );
    const states = Object.fromEntries(
      observation.steps.map(({ id, state }) => [id, state]),
    );
    expect(states).toMatchObject(wanted.steps ?? {});
    const over = ['done', 'failed', 'draft', 'gone'].includes(phase);
    expect(over && nextLookAt).toBe(over ? undefined : false);
    expect(nextLookAt?.toISOString()).toBe(
      wanted.nextLookAt ?? nextLookAt?.toISOString(),
    );
    expect(JSON.stringify(observation)).not.toContain('Planted');
  });

  it('does not call gone what an incomplete snapshot lacks', () => {
    const snapshot = snapshotOf({ cloud: 'a', objects: [], complete: false });
    const observation = reader.observe({
      object: undefined,
      snapshot,
      memory: undefined,
      now: new Date(),
      delays,
    });
    expect(observation.phase).toBe('unknown');
  });

  it('calls nothing done by a status that was read too long ago', () => {
    const { looks }: Example = parse(
      readFileSync(join(folder, 'done.yaml'), 'utf8'),
    );
    const snapshot = snapshotOf({
      cloud: 'a',
      objects: looks[0].objects.map(raw =>
        findKindDefinition(raw.kind!)!.project(raw),
      ),
      connection: {
        state: 'stale',
        since: '2026-05-01T10:12:10Z',
        lastContactAt: '2026-05-01T10:12:05Z',
      },
    });
    const observation = reader.observe({
      object: snapshot.objects(openStackDeployment)[0],
      snapshot,
      memory: undefined,
      now: new Date(looks[0].now),
      delays,
    });
    expect(observation.phase).toBe('settling');
  });
});
