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

import { retryAfterMs } from '../clusters';
import { AttemptGate } from './AttemptGate';
import { Backoff } from './Backoff';
import { readLines } from './readLines';

async function* chunks(...texts: string[]) {
  for (const text of texts) {
    yield Buffer.from(text);
  }
}

async function linesOf(source: AsyncIterable<Uint8Array>, max?: number) {
  const lines: string[] = [];
  for await (const line of readLines(source, max)) {
    lines.push(line);
  }
  return lines;
}

describe('readLines', () => {
  it('joins what chunks cut, also within a character', async () => {
    const text = Buffer.from('{"a":"ä"}\n{"b":1}\n\nlast');
    const bytes = (async function* each() {
      for (const byte of text) {
        yield Buffer.from([byte]);
      }
    })();
    const lines = ['{"a":"ä"}', '{"b":1}', 'last'];
    expect(await linesOf(bytes)).toEqual(lines);
    expect(await linesOf(chunks(text.toString()))).toEqual(lines);
    expect(await linesOf(chunks())).toEqual([]);
  });

  it('bounds a line and not a stream', async () => {
    expect(await linesOf(chunks('1234\n', '12', '34\n1234\n'), 4)).toHaveLength(
      3,
    );
    await expect(linesOf(chunks('12', '345'), 4)).rejects.toMatchObject({
      reason: 'broken',
    });
  });
});

describe('Backoff', () => {
  it('doubles the ceiling up to the maximum and starts anew after a success', () => {
    const backoff = Backoff.create({ initial: 100, max: 1000 }, () => 1);
    const delays = Array.from({ length: 6 }, () => backoff.next());
    expect(delays).toEqual([100, 200, 400, 800, 1000, 1000]);
    backoff.reset();
    expect(backoff.next()).toBe(100);
    const lucky = Backoff.create({ initial: 100, max: 1000 }, () => 0);
    expect(lucky.next()).toBe(0);
    expect(lucky.next(5000)).toBe(5000);
  });
});

describe('retryAfterMs', () => {
  it('reads seconds and dates', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(retryAfterMs('7', now)).toBe(7000);
    expect(retryAfterMs('Thu, 01 Jan 2026 00:00:03 GMT', now)).toBe(3000);
    expect(retryAfterMs('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeUndefined();
    expect(retryAfterMs(undefined, now)).toBeUndefined();
  });
});

describe('AttemptGate', () => {
  it('lets one through while it is closed, and all once that one succeeded', async () => {
    const gate = AttemptGate.create(
      Backoff.create({ initial: 0, max: 0 }, () => 0),
    );
    const { signal } = new AbortController();
    await gate.enter(signal);
    gate.close();
    gate.close();
    const entered: number[] = [];
    const all = [1, 2, 3].map(async id => {
      await gate.enter(signal);
      entered.push(id);
    });
    await Promise.race(all);
    expect(entered).toEqual([1]);
    gate.close();
    await Promise.race(all.slice(1));
    expect(entered).toHaveLength(2);
    gate.open();
    await Promise.all(all);
    expect(entered).toHaveLength(3);
  });

  it('lets go of those whose signal ends', async () => {
    const gate = AttemptGate.create(
      Backoff.create({ initial: 60_000, max: 60_000 }, () => 1),
    );
    gate.close();
    const stop = new AbortController();
    const waiting = gate.enter(stop.signal);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
  });
});
