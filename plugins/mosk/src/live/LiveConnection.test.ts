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

import { MoskSignal } from '@mosk-portal/plugin-mosk-common';
import { LiveConnection, LiveState } from './LiveConnection';

describe('LiveConnection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('calls two silent intervals broken, and refetches then and when it is back', () => {
    let tell: (signal: MoskSignal) => void = () => {};
    const unsubscribe = jest.fn();
    const states: LiveState[] = [];
    const onGap = jest.fn();
    const onChange = jest.fn();
    const stop = LiveConnection.start({
      signals: {
        subscribe: (channel, onMessage) => {
          expect(channel).toBe('mosk');
          tell = onMessage as never;
          return { unsubscribe };
        },
      },
      onChange,
      onGap,
      onState: state => states.push(state),
    });
    const change = { type: 'change', cloud: 'north', revision: '1' } as const;
    tell({ type: 'heartbeat', intervalSeconds: 10 });
    // What came before the portal subscribed the page was missed.
    expect(onGap).toHaveBeenCalledTimes(1);
    expect(onChange).not.toHaveBeenCalled();
    tell(change);
    expect(onChange).toHaveBeenCalledWith(change);
    jest.advanceTimersByTime(15_000);
    expect(states).toEqual(['live', 'live']);
    expect(onGap).toHaveBeenCalledTimes(1);

    jest.advanceTimersByTime(10_000);
    expect(states.at(-1)).toBe('broken');
    expect(onGap).toHaveBeenCalledTimes(2);

    tell({ type: 'heartbeat', intervalSeconds: 10 });
    expect(states.at(-1)).toBe('live');
    expect(onGap).toHaveBeenCalledTimes(3);

    stop();
    expect(unsubscribe).toHaveBeenCalled();
    jest.advanceTimersByTime(60_000);
    expect(states.at(-1)).toBe('live');
  });

  it('refetches what a short break swallowed, and what changed before it was subscribed', () => {
    let tell: (signal: MoskSignal) => void = () => {};
    const onGap = jest.fn();
    const onChange = jest.fn();
    const stop = LiveConnection.start({
      signals: {
        subscribe: (_, onMessage) => {
          tell = onMessage as never;
          return { unsubscribe: jest.fn() };
        },
      },
      onChange,
      onGap,
      onState: jest.fn(),
    });
    const beat = (by: string, changes: number) =>
      tell({
        type: 'heartbeat',
        intervalSeconds: 30,
        count: { by, changes },
      });
    const change = (by: string, changes: number) =>
      tell({
        type: 'change',
        cloud: 'north',
        revision: `${changes}`,
        count: { by, changes },
      });
    const heard = () => [onGap.mock.calls.length, onChange.mock.calls.length];

    jest.advanceTimersByTime(10_000);
    expect(heard()).toEqual([1, 0]);
    beat('a', 7);
    expect(heard()).toEqual([2, 0]);
    change('a', 8);
    change('a', 9);
    beat('a', 9);
    expect(heard()).toEqual([2, 2]);

    // The heartbeat after a break shorter than two of them tells of one change more.
    beat('a', 10);
    expect(heard()).toEqual([3, 2]);
    // It came in front of its change.
    change('a', 10);
    beat('a', 10);
    expect(heard()).toEqual([3, 3]);
    change('a', 12);
    expect(heard()).toEqual([4, 3]);

    // Another replica counts for itself, and so does one that started again.
    beat('b', 0);
    expect(heard()).toEqual([5, 3]);
    change('b', 1);
    beat('a', 12);
    beat('b', 1);
    expect(heard()).toEqual([5, 4]);
    stop();
    jest.advanceTimersByTime(120_000);
    expect(heard()).toEqual([5, 4]);
  });

  it('hears a backend that does not count', () => {
    let tell: (signal: MoskSignal) => void = () => {};
    const onGap = jest.fn();
    const stop = LiveConnection.start({
      signals: {
        subscribe: (_, onMessage) => {
          tell = onMessage as never;
          return { unsubscribe: jest.fn() };
        },
      },
      onChange: jest.fn(),
      onGap,
      onState: jest.fn(),
    });
    tell({ type: 'heartbeat', intervalSeconds: 30 });
    tell({ type: 'heartbeat', intervalSeconds: 30 });
    jest.advanceTimersByTime(5_000);
    stop();
    expect(onGap).toHaveBeenCalledTimes(1);
  });

  it('says when the portal has no signals', () => {
    const onState = jest.fn();
    LiveConnection.start({
      signals: undefined,
      onChange: jest.fn(),
      onGap: jest.fn(),
      onState,
    });
    expect(onState).toHaveBeenCalledWith('off', expect.any(Number));
  });
});
