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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { formatBytes } from '../shared/formatBytes';

const short = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toPrecision(2);

/** A value in words of its unit: `98.7 %`, `120 ms`, `1.5 TiB`, `0.2 per s`. */
export function chartValue(
  value: number,
  unit: MoskViews.ChartUnitEnum,
): string {
  switch (unit) {
    case 'ratio': {
      const percent = value * 100;
      // Rounded down: a call that failed is never lost in "100 %".
      return `${Math.floor(percent * 10) / 10} %`;
    }
    case 'seconds':
      return value < 1
        ? `${Math.round(value * 1000)} ms`
        : `${Number(value.toPrecision(3))} s`;
    case 'bytes':
      return formatBytes(value);
    case 'per-second':
      return `${short(value)} per s`;
    default:
      return short(value);
  }
}
