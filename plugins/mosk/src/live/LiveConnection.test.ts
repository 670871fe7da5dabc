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
