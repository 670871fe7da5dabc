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
import { MoskSignal } from '@mosk-portal/plugin-mosk-common';
import { CountedSignals } from './CountedSignals';
import { Heartbeat } from './Heartbeat';

describe('CountedSignals', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets a heartbeat tell how many changes there were, those that were not sent too', async () => {
    const told: MoskSignal[] = [];
    const publish = jest.fn(async ({ message }) => void told.push(message));
    const signals = CountedSignals.create({ signals: { publish } });
    const heartbeat = Heartbeat.create({
      signals,
      interval: 30_000,
      logger: mockServices.logger.mock(),
    });
    const change = (revision: string) =>
      signals.publish({
        recipients: { type: 'broadcast' },
        channel: 'mosk',
        message: { type: 'change', cloud: 'one', revision },
      });

    heartbeat.start();
    await change('a');
    publish.mockRejectedValueOnce(new Error('the bus is away'));
    await expect(change('b')).rejects.toThrow('the bus is away');
    await change('b');
    jest.advanceTimersByTime(30_000);
    heartbeat.stop();

    const [{ count }] = told;
    const by = count!.by;
    expect(by).not.toBe('');
    expect(told).toEqual([
      { type: 'heartbeat', intervalSeconds: 30, count: { by, changes: 0 } },
      {
        type: 'change',
        cloud: 'one',
        revision: 'a',
        count: { by, changes: 1 },
      },
      {
        type: 'change',
        cloud: 'one',
        revision: 'b',
        count: { by, changes: 3 },
      },
      { type: 'heartbeat', intervalSeconds: 30, count: { by, changes: 3 } },
    ]);
    const [[first]] = publish.mock.calls;
    expect(first).toMatchObject({
      channel: 'mosk',
      recipients: { type: 'broadcast' },
    });

    const restarted = CountedSignals.create({ signals: { publish } });
    await restarted.publish({
      recipients: { type: 'broadcast' },
      channel: 'mosk',
      message: { type: 'heartbeat', intervalSeconds: 30 },
    });
    expect(told.at(-1)!.count).toEqual({ by: expect.any(String), changes: 0 });
    expect(told.at(-1)!.count!.by).not.toBe(by);
  });
});
