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

import { exampleComponents } from '../../__testUtils__/exampleClouds';
import { orderByCause } from './orderByCause';

const [, , database, identity] = exampleComponents();

describe('orderByCause', () => {
  it('puts what follows below its first cause, through chains too', () => {
    const image = {
      ...identity,
      id: 'image',
      title: 'Image',
      causedBy: [identity.id],
    };
    const other = { ...identity, id: 'other', title: 'Other', causedBy: [] };
    const all = [other, image, identity, database];
    expect(
      orderByCause(all, all).map(({ component, followers }) => [
        component.id,
        followers.map(({ id }) => id),
      ]),
    ).toEqual([
      [database.id, [identity.id, 'image']],
      ['other', []],
    ]);
  });

  it('survives causes that are unknown, elsewhere, or go round in circles', () => {
    const a = { ...identity, id: 'a', title: 'A', causedBy: ['b'] };
    const b = { ...identity, id: 'b', title: 'B', causedBy: ['a'] };
    const c = { ...identity, id: 'c', title: 'C', causedBy: ['gone'] };
    const listed = orderByCause([a, b, c], [a, b, c]).flatMap(
      ({ component, followers }) => [component.id, ...followers.map(f => f.id)],
    );
    expect(listed.sort()).toEqual(['a', 'b', 'c']);
    expect(orderByCause([a], [a, b])).toEqual([
      { component: a, followers: [] },
    ]);
  });
});
