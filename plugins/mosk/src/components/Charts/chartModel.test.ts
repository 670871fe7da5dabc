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

import { momentsOf, summariesOf } from './chartModel';
import { chartValue } from './chartValue';
import { lineLook } from './lineLooks';

describe('a chart', () => {
  it('breaks a line where nothing was measured, and only there', () => {
    const moments = momentsOf([
      {
        name: 'a',
        points: [
          [0, 1],
          [60, 2],
          [300, 3],
        ],
      },
      {
        name: 'b',
        points: [
          [0, 5],
          [60, 6],
          [120, 7],
        ],
      },
    ]);
    expect(moments).toEqual([
      { time: 0, values: [1, 5] },
      { time: 60, values: [2, 6] },
      { time: 120, values: [null, 7] },
      { time: 300, values: [3, null] },
    ]);
    expect(momentsOf([])).toEqual([]);
  });

  it('says of each line what it is now and was', () => {
    expect(
      summariesOf([
        { name: 'empty', points: [] },
        {
          name: 'a',
          points: [
            [0, 4],
            [60, 9],
            [120, 2],
            [180, 3],
          ],
        },
      ]),
    ).toEqual([{ line: 1, name: 'a', now: 3, lowest: 2, highest: 9 }]);
  });

  it.each([
    [0.99996, 'ratio', '99.9 %'],
    [1, 'ratio', '100 %'],
    [0.1234, 'seconds', '123 ms'],
    [2.5, 'seconds', '2.5 s'],
    [1.5 * 1024 ** 4, 'bytes', '1.5 TiB'],
    [3, 'count', '3'],
    [0.256, 'per-second', '0.26 per s'],
    [0, 'per-second', '0 per s'],
  ] as const)('writes %s as a %s: %s', (value, unit, words) => {
    expect(chartValue(value, unit)).toBe(words);
  });

  it('draws twelve lines that all look different', () => {
    const looks = [...Array(12).keys()].map(line =>
      JSON.stringify(lineLook(line)),
    );
    expect(new Set(looks).size).toBe(12);
  });
});
