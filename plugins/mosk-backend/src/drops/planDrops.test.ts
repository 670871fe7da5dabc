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

import { CloudHealth, HealthState } from '@mosk-portal/plugin-mosk-common';
import { ownStates, sufferingFrom } from './ownStates';
import { planDrops } from './planDrops';
import { HealthDrop } from './types';

const delay = 120_000;
const start = Date.parse('2026-03-04T12:00:00.000Z');
const at = (seconds: number) => new Date(start + seconds * 1000);

/** Lives through states of one component, each at its second; answers what was told and when. */
function live(steps: Array<[number, HealthState | 'gone']>): string[] {
  const known = new Map<string, HealthDrop>();
  const told: string[] = [];
  for (const [second, state] of steps) {
    const plan = planDrops({
      known,
      states: new Map(state === 'gone' ? [] : [['a', state]]),
      now: at(second),
      delay,
    });
    plan.remove.forEach(id => known.delete(id));
    plan.put.forEach(drop => known.set(drop.component, drop));
    told.push(...plan.tell.map(drop => `${drop.told}@${second}`));
  }
  return told;
}

describe('planDrops', () => {
  it.each<[string, Array<[number, HealthState | 'gone']>, string[]]>([
    [
      'well',
      [
        [0, 'healthy'],
        [200, 'healthy'],
      ],
      [],
    ],
    [
      'on its way',
      [
        [0, 'progressing'],
        [500, 'progressing'],
      ],
      [],
    ],
    [
      'not known',
      [
        [0, 'unknown'],
        [500, 'unknown'],
      ],
      [],
    ],
    [
      'a drop that lasts',
      [
        [0, 'degraded'],
        [119, 'degraded'],
        [120, 'degraded'],
        [900, 'degraded'],
      ],
      ['degraded@120'],
    ],
    [
      'a moment',
      [
        [0, 'failed'],
        [100, 'healthy'],
        [200, 'healthy'],
      ],
      [],
    ],
    [
      'flapping before it is told',
      [
        [0, 'failed'],
        [100, 'healthy'],
        [110, 'failed'],
        [220, 'healthy'],
        [225, 'failed'],
      ],
      [],
    ],
    [
      'flapping afterwards',
      [
        [0, 'failed'],
        [120, 'failed'],
        [130, 'healthy'],
        [140, 'failed'],
        [300, 'failed'],
        [310, 'healthy'],
        [320, 'failed'],
        [900, 'failed'],
      ],
      ['failed@120'],
    ],
    [
      'a second drop after a time that was well',
      [
        [0, 'failed'],
        [120, 'failed'],
        [200, 'healthy'],
        [320, 'healthy'],
        [400, 'failed'],
        [520, 'failed'],
      ],
      ['failed@120', 'failed@520'],
    ],
    [
      'getting worse',
      [
        [0, 'degraded'],
        [120, 'degraded'],
        [200, 'failed'],
        [300, 'degraded'],
        [400, 'failed'],
      ],
      ['degraded@120', 'failed@200'],
    ],
    [
      'out of sight meanwhile',
      [
        [0, 'degraded'],
        [60, 'unknown'],
        [120, 'degraded'],
        [200, 'unknown'],
        [400, 'degraded'],
      ],
      ['degraded@120'],
    ],
    [
      'being mended',
      [
        [0, 'failed'],
        [120, 'failed'],
        [130, 'progressing'],
        [900, 'failed'],
      ],
      ['failed@120'],
    ],
    [
      'gone and back',
      [
        [0, 'failed'],
        [120, 'failed'],
        [130, 'gone'],
        [140, 'failed'],
        [260, 'failed'],
      ],
      ['failed@120', 'failed@260'],
    ],
  ])('tells of %s', (_, steps, told) => {
    expect(live(steps)).toEqual(told);
  });

  it('says when time alone may change something, and writes only what is new', () => {
    const plan = (drops: HealthDrop[], state: HealthState) =>
      planDrops({
        known: new Map(drops.map(drop => [drop.component, drop])),
        states: new Map([['a', state]]),
        now: at(60),
        delay,
      });
    const since = at(0).toISOString();
    expect(plan([], 'failed').nextLookAt).toEqual(at(180));
    expect(plan([{ component: 'a', since }], 'failed')).toEqual({
      put: [],
      remove: [],
      tell: [],
      nextLookAt: at(120),
    });
    expect(
      plan([{ component: 'a', since, told: 'failed' }], 'healthy'),
    ).toMatchObject({
      put: [{ wellSince: at(60).toISOString() }],
      nextLookAt: at(180),
    });
    expect(plan([], 'healthy')).toEqual({ put: [], remove: [], tell: [] });
  });
});

describe('ownStates', () => {
  const health = (
    components: Array<[string, HealthState, string[]?]>,
  ): CloudHealth => ({
    cloud: 'one',
    state: 'failed',
    components: components.map(([componentId, state, causedBy = []]) => ({
      componentId,
      state,
      causedBy,
      reasons: [],
      workloads: [],
    })),
  });

  it('leaves out what is unwell because of another', () => {
    const given = health([
      ['cloud', 'failed', ['database', 'nova']],
      ['database', 'failed'],
      ['nova', 'degraded', ['database']],
      ['glance', 'healthy', ['database']],
      ['heat', 'progressing', ['nova']],
    ]);
    expect(Object.fromEntries(ownStates(given))).toEqual({
      cloud: 'unknown',
      database: 'failed',
      nova: 'unknown',
      glance: 'healthy',
      heat: 'progressing',
    });
    expect(sufferingFrom('database', given)).toBe(2);
    expect(sufferingFrom('heat', given)).toBe(0);
  });

  it('names one of those that stand behind each other', () => {
    expect(
      Object.fromEntries(
        ownStates(
          health([
            ['cloud', 'failed', ['nova', 'neutron']],
            ['nova', 'failed', ['neutron']],
            ['neutron', 'failed', ['nova']],
          ]),
        ),
      ),
    ).toEqual({ cloud: 'unknown', nova: 'unknown', neutron: 'failed' });
  });
});
