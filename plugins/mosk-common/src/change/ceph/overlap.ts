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

interface Span {
  first: number;
  last: number;
}

/** Addresses of an IPv4 range; undefined for one of IPv6 or for what is no range. */
function spanOf(range: string): Span | undefined {
  const [, address, length] =
    /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(range) ?? [];
  const bytes = address?.split('.').map(Number) ?? [];
  if (bytes.length === 0 || bytes.some(byte => byte > 255) || +length > 32) {
    return undefined;
  }
  const size = 2 ** (32 - Number(length));
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const first = Math.floor(value / size) * size;
  return { first, last: first + size - 1 };
}

/** Whether two IPv4 ranges share an address. */
export function overlap(one: string, other: string): boolean {
  const a = spanOf(one);
  const b = spanOf(other);
  return Boolean(a && b && a.first <= b.last && b.first <= a.last);
}
