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

const escapes: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
};

function writeString(value: string): string {
  let text = '';
  for (let index = 0; index < value.length; index++) {
    const character = value[index];
    const code = value.charCodeAt(index);
    if (escapes[character]) text += escapes[character];
    else if (code < 0x20 || code > 0x7e)
      text += `\\u${code.toString(16).padStart(4, '0')}`;
    else text += character;
  }
  return `"${text}"`;
}

function writeNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text =
    Math.abs(value) < 1e-4 ? value.toExponential() : value.toString();
  // Python writes at least two digits of an exponent.
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

const byCodePoint = (left: string, right: string) =>
  Buffer.compare(Buffer.from(left), Buffer.from(right));

/** The text that Python's `json.dumps(value, sort_keys=True)` gives. */
export function pythonJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  const entries = Object.entries(value as object)
    .filter(([, item]) => item !== undefined)
    .sort(([left], [right]) => byCodePoint(left, right));
  return `{${entries
    .map(([key, item]) => `${writeString(key)}: ${pythonJson(item)}`)
    .join(', ')}}`;
}
