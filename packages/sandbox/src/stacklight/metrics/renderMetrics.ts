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

import { Sample } from './types';

const escape = (value: string) =>
  value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

/** The text format of Prometheus, in which the samples of one name stand together. */
export function renderMetrics(samples: readonly Sample[]): string {
  const byName = new Map<string, string[]>();
  for (const { name, labels, value } of samples) {
    const pairs = Object.entries(labels).map(
      ([label, text]) => `${label}="${escape(text)}"`,
    );
    const lines = byName.get(name) ?? [];
    byName.set(name, lines);
    lines.push(`${name}{${pairs.join(',')}} ${value}`);
  }
  return [...byName]
    .map(([name, lines]) => `# TYPE ${name} gauge\n${lines.join('\n')}\n`)
    .join('');
}
