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

import { ReportRow } from './types';

const heads = ['what', 'measured', 'beside it', 'measured', 'ratio'];

/** A table as Prettier would lay it out. */
export function markdownTable(rows: readonly ReportRow[]): string {
  const cells = [
    heads,
    ...rows.map(row => [
      row.what,
      row.value,
      row.beside,
      row.besideValue,
      ratioText(row.ratio),
    ]),
  ];
  const widths = heads.map((_, column) =>
    Math.max(...cells.map(line => line[column].length)),
  );
  const layOut = (line: string[]) =>
    `| ${line
      .map((text, column) => text.padEnd(widths[column]))
      .join(' | ')} |`;
  const [head, ...body] = cells;
  return [
    layOut(head),
    layOut(widths.map(width => '-'.repeat(width))),
    ...body.map(layOut),
  ].join('\n');
}

function ratioText(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(2) : '–';
}
