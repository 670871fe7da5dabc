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

import { mockServices } from '@backstage/backend-test-utils';
import { CloudViews } from '../clouds/CloudViews';
import { CloudView } from '../clouds/types';
import { FakeCloud } from '../__testUtils__/fakeCloud';
import { CloudFeed } from './CloudFeed';

describe('CloudFeed', () => {
  it('tells each new view once, and remembers health only of a live cloud that this replica writes for', async () => {
    const cloud = new FakeCloud('one');
    let revision = 'a';
    const views = {
      of: async () =>
        ({
          cloud,
          revision,
          snapshot: cloud.snapshot(),
          health: { cloud: 'one', state: 'healthy', components: [] },
        } as unknown as CloudView),
    } as unknown as CloudViews;
    const told: unknown[] = [];
    let heard = () => {};
    const signals = {
      publish: jest.fn(async ({ message }) => {
        told.push(message.revision);
        heard();
      }),
    };
    const memory = {
      since: jest.fn(),
      record: jest.fn().mockRejectedValueOnce(new Error('database is busy')),
    };
    const next = (act: () => void) =>
      new Promise<void>(resolve => {
        heard = resolve;
        act();
      });
    const feed = CloudFeed.create({
      cloud,
      views,
      memory,
      signals: signals as any,
      logger: mockServices.logger.mock(),
    });

    await next(() => feed.start());
    expect(memory.record).not.toHaveBeenCalled();
    await next(() => {
      revision = 'b';
      cloud.set([]);
      cloud.set([]);
    });
    await next(() => feed.setWriting(true));
    expect(memory.record).toHaveBeenCalledTimes(2);
    await next(() => {
      revision = 'c';
      cloud.set([], 'stale');
    });
    await feed.stop();
    feed.setWriting(false);
    cloud.set([]);
    expect(cloud.listeners.size).toBe(0);
    expect(told).toEqual(['a', 'b', 'b', 'c']);
    expect(memory.record).toHaveBeenCalledTimes(2);
  });
});
