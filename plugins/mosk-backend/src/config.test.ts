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

import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readMoskBackendConfig } from './config';

const read = (key: string, value: JsonValue) =>
  readMoskBackendConfig(
    new ConfigReader(
      key
        .split('.')
        .reduceRight<any>((inner, part) => ({ [part]: inner }), value),
    ),
  );

describe('readMoskBackendConfig', () => {
  const keys = [
    'mosk.rollouts.settle',
    'mosk.rollouts.stuck',
    'mosk.rollouts.failing',
    'mosk.rollouts.keep',
    'mosk.health.settle',
    'mosk.signals.heartbeat',
    'mosk.lease.duration',
  ];

  it.each(keys)('names %s when it is wrong', key => {
    const named = RegExp(`${key.replaceAll('.', '\\.')}\\b`);
    expect(() => read(key, 'banana')).toThrow(named);
    expect(() => read(key, { bananas: 3 })).toThrow(named);
    expect(() => read(key, 3)).toThrow(named);
    expect(() => read(key, { seconds: -1 })).toThrow(named);
    expect(() => read(key, { seconds: 3 })).not.toThrow();
    expect(() => read(key, '3s')).not.toThrow();
  });

  it('has a value for what is left out, and takes delays of zero where they make sense', () => {
    const { delays, heartbeat, lease } = readMoskBackendConfig(
      new ConfigReader({}),
    );
    expect(delays).toEqual({
      settle: 60_000,
      stuck: 1_200_000,
      failing: 900_000,
    });
    expect({ heartbeat, lease }).toEqual({ heartbeat: 30_000, lease: 15_000 });
    expect(read('mosk.rollouts.settle', { seconds: 0 }).delays.settle).toBe(0);
    expect(() => read('mosk.rollouts.stuck', { seconds: 0 })).toThrow(
      'Configuration mosk.rollouts.stuck is too short: at least 1 milliseconds',
    );
  });
});
