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

import { render, screen } from '@testing-library/react';
import { ago, ahead } from '../../__testUtils__/times';
import { RelativeTime } from './RelativeTime';

describe('RelativeTime', () => {
  it('takes a clock that is ahead for now, and waits only for what is to come', () => {
    render(
      <ul>
        <li>
          <RelativeTime at={ahead(20)} />
        </li>
        <li>
          <RelativeTime at={ahead(3600)} />
        </li>
        <li>
          <RelativeTime at={ahead(30)} upcoming />
        </li>
        <li>
          <RelativeTime at={ago(30)} upcoming />
        </li>
        <li>
          <RelativeTime at={ago(7230)} />
        </li>
        <li>
          <RelativeTime at={undefined} />
        </li>
      </ul>,
    );
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'just now',
      expect.stringMatching(/^in \d+ min$|^in 1 h 00 min$/),
      expect.stringMatching(/^in \d+ s$/),
      'now',
      '2 h 00 min ago',
      'at an unknown time',
    ]);
  });
});
